package org.normlab.report.net.recurrent;

import org.normlab.core.RunningRule;
import org.normlab.variants.recurrent.LayerLstmNorm;

/** How a recurrent layer is normalized. Layers of different definitions are different networks, so each has a label of its own. */
public sealed interface RecurrentNorm {

    /**
     * What reports call it.
     *
     * @param kind the layer that it stands in
     * @return such as {@code LN_LSTM_PAPER}
     */
    String label(Kind kind);

    /** No normalization: the control. */
    record None() implements RecurrentNorm {
        @Override
        public String label(Kind kind) {
            return "NONE";
        }
    }

    /**
     * Statistics of one example at one step, the same in training and evaluation.
     *
     * @param base which statistics
     * @param definition which cell, in an LSTM; the others have one definition only (Ba et al. 2016, equations 4 and 26 to 28)
     * @param eps added to the variance or the mean square
     */
    record PerExample(Base base, LayerLstmNorm.Definition definition, double eps) implements RecurrentNorm {
        /** Which statistics of an example. */
        public enum Base {
            /** Mean and variance (Ba et al. 2016). */
            LN,
            /** Mean square, in the place of mean and variance (Zhang and Sennrich 2019). */
            RMS
        }

        @Override
        public String label(Kind kind) {
            return base + "_" + kind + (kind == Kind.LSTM ? "_" + definition : "");
        }
    }

    /**
     * Statistics over the sequences of a batch, running moments at evaluation.
     *
     * @param statistics over which positions
     * @param weight what each factor (gamma) starts at
     * @param eps added to the variance
     * @param rule how running moments follow the batches
     */
    record Batch(Statistics statistics, double weight, double eps, RunningRule rule) implements RecurrentNorm {
        /** Over which positions a statistic is taken, and where. */
        public enum Statistics {
            /** Of W·x alone, over all valid positions together (Laurent et al. 2016, Amodei et al. 2016). */
            INPUT,
            /** Of each step by itself in training, of one running average that takes every step in turn at evaluation. */
            SHARED,
            /** Of each step by itself, with running moments for each step up to the longest length (Cooijmans et al. 2017). */
            STEP
        }

        @Override
        public String label(Kind kind) {
            return "BN_" + statistics;
        }
    }
}
