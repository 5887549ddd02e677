package org.normlab.report.train;

import org.normlab.report.net.Mode;

/** Which statistics a trained network is judged with. Makes no difference to a network without running moments. */
public sealed interface Evaluation {
    /** The running moments. */
    Evaluation RUNNING = new Stored(Mode.RUNNING);

    /** Moments computed anew over the training samples, weights frozen (Wu and Johnson 2021). */
    Evaluation PRECISE = new Stored(Mode.PRECISE);

    /**
     * What a forward pass is for.
     *
     * @return the mode of all passes of an evaluation
     */
    Mode mode();

    /**
     * How many examples pass together.
     *
     * @return the size of a batch
     */
    int examples();

    /**
     * Statistics that do not depend on the evaluated examples, so the number that pass together is a matter of memory alone.
     *
     * @param mode which of them
     */
    record Stored(Mode mode) implements Evaluation {
        private static final int TOGETHER = 128;

        @Override
        public int examples() {
            return TOGETHER;
        }
    }

    /**
     * The statistics of each evaluated batch itself.
     *
     * @param examples the size of a batch
     */
    record OfBatch(int examples) implements Evaluation {
        @Override
        public Mode mode() {
            return Mode.BATCH;
        }
    }
}
