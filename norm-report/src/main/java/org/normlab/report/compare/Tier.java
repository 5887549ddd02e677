package org.normlab.report.compare;

import java.util.List;

/** How much is run. The grid of a tier is fixed, never adapted to the speed of a machine, so that a run can be repeated. */
public enum Tier {
    /** About a minute: a first look. */
    QUICK(
            "quick",
            1,
            3,
            new Budget(8192, 40, 0, List.of(2, 8, 64), List.of(0x1p-7, 0x1p-4, 0x1p-1)),
            new Budget(8192, 2, 1, List.of(8, 64), List.of(0x1p-4, 0x1p-2, 0x1p0))),
    /** About ten minutes: more batch sizes, a finer choice of learning rates, more seeds. */
    STANDARD(
            "quick",
            1,
            5,
            new Budget(32_768, 40, 0, List.of(2, 4, 8, 16, 32, 64), List.of(0x1p-9, 0x1p-7, 0x1p-5, 0x1p-3, 0x1p-1)),
            new Budget(16_384, 8, 1, List.of(4, 16, 64), List.of(0x1p-6, 0x1p-4, 0x1p-2, 0x1p0))),
    /** Hours: learning rates tuned until their optimum is interior, and seeds enough for a verdict. */
    FULL(
            "verdict",
            3,
            10,
            new Budget(32_768, 40, 0, List.of(2, 4, 8, 16, 32, 64), List.of()),
            new Budget(131_072, 40, 1, List.of(4, 16, 64), List.of()));

    private final String phase;
    private final int tuning;
    private final int replicates;
    private final Budget feedforward;
    private final Budget sequential;

    Tier(String phase, int tuning, int replicates, Budget feedforward, Budget sequential) {
        this.phase = phase;
        this.tuning = tuning;
        this.replicates = replicates;
        this.feedforward = feedforward;
        this.sequential = sequential;
    }

    /**
     * What one family of networks is given.
     *
     * @param samples samples seen in each training
     * @param points points of each learning curve
     * @param clip the largest global norm of the gradient; 0 means that it is not clipped
     * @param batchSizes ascending
     * @param rates the learning rates that are tried, ascending; empty means nine powers of two that are extended until the best is
     *     interior
     */
    record Budget(int samples, int points, double clip, List<Integer> batchSizes, List<Double> rates) {}

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

    /** What a network is given. */
    Budget budget(String network) {
        return Family.of(network) == Family.FEEDFORWARD ? feedforward : sequential;
    }

    /**
     * The batch sizes where none are named.
     *
     * @param networks kinds of network
     * @return those of the first network, ascending
     */
    public List<Integer> batchSizes(List<String> networks) {
        return budget(networks.get(0)).batchSizes();
    }

    /**
     * The norms where none are named: those that have a meaning in one of the networks.
     *
     * @param networks kinds of network
     * @return names, those of the first network first
     */
    public List<String> norms(List<String> networks) {
        return networks.stream()
                .flatMap(network -> Family.of(network).norms(this))
                .distinct()
                .toList();
    }

    /** The learning rates that all networks are tried with: those of each. */
    List<Double> rates(List<String> networks) {
        return networks.stream()
                .flatMap(network -> budget(network).rates().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Channels of the first convolution; the perceptron has its defined width in every tier. */
    int width(String network) {
        return network.equals("cnn") && this == QUICK ? 8 : 0;
    }
}
