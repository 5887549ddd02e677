package org.normlab.core.kernel;

/** Where the elements of a statistic lie when they come in strips of neighbours: one unit a statistic. */
final class Rows {
    private final Plan plan;
    /** Elements from a strip to the next one of the same statistic. */
    private final int step;
    /** Whether a strip is longer than a tile. */
    private final boolean cut;
    /** Leaves of a cut strip, or strips of a leaf. */
    private final int ratio;

    private final int leaves;

    Rows(Plan plan) {
        this.plan = plan;
        step = plan.k1() * plan.r1();
        cut = plan.r1() >= Tile.CAPACITY;
        ratio = cut ? (plan.r1() + Tile.CAPACITY - 1) / Tile.CAPACITY : Tile.CAPACITY / Math.max(1, plan.r1());
        leaves = cut ? plan.r0() * ratio : (plan.r0() + ratio - 1) / ratio;
    }

    int units() {
        return plan.statistics();
    }

    /** Leaves of a unit: parts of a strip that fill a tile, or as many whole strips as fit into one. */
    int leaves() {
        return leaves;
    }

    /** How many runs of neighbours a leaf has. */
    int runs(int leaf) {
        return cut ? 1 : Math.min(ratio, plan.r0() - leaf * ratio);
    }

    /** The length of each run of a leaf. */
    int length(int leaf) {
        return cut ? Math.min(Tile.CAPACITY, plan.r1() - leaf % ratio * Tile.CAPACITY) : plan.r1();
    }

    /** The first element of a unit. */
    int base(int unit) {
        return plan.k0() == 1
                ? unit * plan.r1()
                : (unit / plan.k1() * plan.r0() * plan.k1() + unit % plan.k1()) * plan.r1();
    }

    /** The first element of a run, seen from the first of its unit. */
    int start(int leaf, int run) {
        return cut ? leaf / ratio * step + leaf % ratio * Tile.CAPACITY : (leaf * ratio + run) * step;
    }

    /** An element of the slice that is likely near its centre: the median of the first, the middle and the last. */
    double shift(View x, int unit) {
        int first = base(unit);
        int last = first + (plan.r0() - 1) * step + plan.r1() - 1;
        int middle = first + plan.r0() / 2 * step + plan.r1() / 2;
        return Columns.median(at(x, first), at(x, middle), at(x, last));
    }

    ExactMean mean(View x, int unit) {
        ExactMean mean = new ExactMean(shift(x, unit));
        for (int leaf = 0; leaf < leaves; leaf++) {
            for (int run = 0; run < runs(leaf); run++) {
                int start = base(unit) + start(leaf, run);
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
