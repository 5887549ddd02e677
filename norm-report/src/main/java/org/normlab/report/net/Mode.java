package org.normlab.report.net;

/** What a forward pass is for, which decides where the statistics come from and whether units are dropped. */
public enum Mode {
    /** A training step: statistics of the batch, which move the running moments; units are dropped. */
    TRAIN,
    /** Evaluation with the running moments. */
    RUNNING,
    /** Statistics of the batch, which are merged into the precise moments. */
    GATHER,
    /** Evaluation with the moments gathered since {@link Network#forget}. */
    PRECISE,
    /** Evaluation with the statistics of the evaluated batch itself. */
    BATCH
}
