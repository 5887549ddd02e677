package org.normlab.report.compare;

import java.util.Optional;
import org.normlab.report.train.Trainer;

/** Families of networks, which differ in what batch norm means and so in what the other norms are held against. */
enum Family {
    /** A layer is passed once; batch norm is the usual choice. */
    FEEDFORWARD("batch", "batch norm") {
        @Override
        Optional<String> trend(Comparison comparison, String network) {
            return Optional.of(TrendOfBaseline.of(comparison, network).words());
        }
    },
    /** A layer is passed step after step; there are several batch norms, none of them usual. */
    RECURRENT("none", "no norm") {
        @Override
        Optional<String> trend(Comparison comparison, String network) {
            return SequenceFindings.of(comparison, network).words();
        }
    },
    /** A layer is passed once, over all positions of sequences; batch norm is not usual there. */
    TRANSFORMER("none", "no norm") {
        @Override
        Optional<String> trend(Comparison comparison, String network) {
            return SequenceFindings.of(comparison, network).words();
        }
    };

    private final String baseline;
    private final String words;

    Family(String baseline, String words) {
        this.baseline = baseline;
        this.words = words;
    }

    static Family of(String network) {
        if (Trainer.recurrentNetworks().contains(network)) {
            return RECURRENT;
        }
        return Trainer.transformer().equals(network) ? TRANSFORMER : FEEDFORWARD;
    }

    /** The name of the norm that others are held against. */
    String baseline() {
        return baseline;
    }

    /** The same in words. */
    String words() {
        return words;
    }

    /** What was observed about its norms, in a sentence; empty if too little was run. */
    abstract Optional<String> trend(Comparison comparison, String network);
}
