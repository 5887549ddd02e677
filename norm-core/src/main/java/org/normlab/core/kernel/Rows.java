package org.normlab.core.kernel;

/** Where the elements of a statistic lie when they come in strips of neighbours: one unit a statistic. */
record Rows(Plan plan) {

    int units() {
        return plan.statistics();
    }

    /** Leaves of a unit: parts of a strip that fill a tile, or as many whole strips as fit into one. */
    int leaves() {
        return plan.r1() >= Tile.CAPACITY
                ? plan.r0() * leavesOfStrip()
                : (plan.r0() + stripsOfLeaf() - 1) / stripsOfLeaf();
    }

    private int leavesOfStrip() {
        return (plan.r1() + Tile.CAPACITY - 1) / Tile.CAPACITY;
    }

    private int stripsOfLeaf() {
        return Tile.CAPACITY / plan.r1();
    }

    /** How many runs of neighbours a leaf has. */
    int runs(int leaf) {
        return plan.r1() >= Tile.CAPACITY ? 1 : Math.min(stripsOfLeaf(), plan.r0() - leaf * stripsOfLeaf());
    }

    /** The length of each run of a leaf. */
    int length(int leaf) {
        return plan.r1() >= Tile.CAPACITY
                ? Math.min(Tile.CAPACITY, plan.r1() - leaf % leavesOfStrip() * Tile.CAPACITY)
                : plan.r1();
    }

    /** The first element of a run. */
    int start(int unit, int leaf, int run) {
        boolean cut = plan.r1() >= Tile.CAPACITY;
        int strip = cut ? leaf / leavesOfStrip() : leaf * stripsOfLeaf() + run;
        int within = cut ? leaf % leavesOfStrip() * Tile.CAPACITY : 0;
        int k0 = unit / plan.k1();
        int k1 = unit % plan.k1();
        return ((k0 * plan.r0() + strip) * plan.k1() + k1) * plan.r1() + within;
    }

    /** An element of the slice that is likely near its centre: the median of the first, the middle and the last. */
    double shift(View x, int unit) {
        int first = start(unit, 0, 0);
        int last = first + (plan.r0() - 1) * plan.k1() * plan.r1() + plan.r1() - 1;
        int middle = first + plan.r0() / 2 * plan.k1() * plan.r1() + plan.r1() / 2;
        return Columns.median(at(x, first), at(x, middle), at(x, last));
    }

    ExactMean mean(View x, int unit) {
        ExactMean mean = new ExactMean(shift(x, unit));
        for (int leaf = 0; leaf < leaves(); leaf++) {
            for (int run = 0; run < runs(leaf); run++) {
                int start = start(unit, leaf, run);
                for (int i = start; i < start + length(leaf); i++) {
                    mean.add(at(x, i));
                }
            }
        }
        return mean;
    }

    private static double at(View x, int element) {
        return x.data().get(x.offset() + element);
    }

    /** Whether all elements of a statistic share one weight and bias. */
    boolean uniform(Parameters p) {
        int step = plan.k1() * plan.r1();
        return p.channels() == 1
                || p.inner() % plan.r1() == 0 && (plan.r0() == 1 || step % ((long) p.inner() * p.channels()) == 0);
    }

    /** Elements of a statistic in a chunk. */
    long elements(int chunk, int chunks) {
        long count = 0;
        int to = Shards.start(chunk + 1, chunks, leaves());
        for (int leaf = Shards.start(chunk, chunks, leaves()); leaf < to; leaf++) {
            count += (long) runs(leaf) * length(leaf);
        }
        return count;
    }
}
