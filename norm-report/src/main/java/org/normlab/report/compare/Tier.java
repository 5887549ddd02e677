package org.normlab.report.compare;

import java.util.List;

/** How much is run. The grid of a tier is fixed, never adapted to the speed of a machine, so that a run can be repeated. */
public enum Tier {
    /** About a minute: a first look. */
    QUICK("quick", 1, 3, 8192, List.of(2, 8, 64), List.of(0x1p-7, 0x1p-4, 0x1p-1)),
    /** About ten minutes: more batch sizes, a finer choice of learning rates, more seeds. */
    STANDARD("quick", 1, 5, 32_768, List.of(2, 4, 8, 16, 32, 64), List.of(0x1p-9, 0x1p-7, 0x1p-5, 0x1p-3, 0x1p-1)),
    /** Hours: learning rates tuned until their optimum is interior, and seeds enough for a verdict. */
    FULL("verdict", 3, 12, 32_768, List.of(2, 4, 8, 16, 32, 64), List.of());

    private final String phase;
    private final int tuning;
    private final int replicates;
    private final int samples;
    private final List<Integer> batchSizes;
    private final List<Double> rates;

    Tier(String phase, int tuning, int replicates, int samples, List<Integer> batchSizes, List<Double> rates) {
        this.phase = phase;
        this.tuning = tuning;
        this.replicates = replicates;
        this.samples = samples;
        this.batchSizes = batchSizes;
        this.rates = rates;
    }

    /**
     * Whether verdicts may be given; if not, everything said is exploratory.
     *
     * @return true for {@link #FULL}
     */
    public boolean judges() {
        return this == FULL;
    }

    /**
     * The name of the replicates that count.
     *
     * @return the phase
     */
    public String phase() {
        return phase;
    }

    /**
     * Replicates that the learning rate is chosen on.
     *
     * @return how many
     */
    public int tuning() {
        return tuning;
    }

    /**
     * Replicates of each arm.
     *
     * @return how many
     */
    public int replicates() {
        return replicates;
    }

    /**
     * Samples seen in each training.
     *
     * @return the budget
     */
    public int samples() {
        return samples;
    }

    /**
     * The batch sizes.
     *
     * @return ascending
     */
    public List<Integer> batchSizes() {
        return batchSizes;
    }

    /**
     * The learning rates that are tried; empty means nine powers of two that are extended until the best is interior.
     *
     * @return ascending
     */
    public List<Double> rates() {
        return rates;
    }

    /** Channels of the first convolution; the perceptron has its defined width in every tier. */
    int width(String network) {
        return network.equals("cnn") && this == QUICK ? 8 : 0;
    }
}
