package org.normlab.report.net.recurrent;

/**
 * The sigmoid and tanh of many numbers in plain arithmetic: the same bits on every machine and Java, several times as fast as {@link
 * StrictMath}.
 */
interface Squash {
    /** The one for this Java. */
    Squash FASTEST =
            ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent() ? new VectorSquash() : new ScalarSquash();

    /** Overwrites {@code count} numbers from {@code from} on with 1/(1 + exp(−x)). */
    void sigmoid(double[] x, int from, int count);

    /** Overwrites {@code count} numbers from {@code from} on with 2/(1 + exp(−2x)) − 1. */
    void tanh(double[] x, int from, int count);
}
