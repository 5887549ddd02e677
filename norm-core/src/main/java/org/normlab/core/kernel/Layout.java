package org.normlab.core.kernel;

/**
 * How a pass cuts a tensor into blocks.
 *
 * <p>A unit is a few neighbouring statistics that are finished before the next unit is begun, so that the cache still has them; its
 * leaves are its blocks. Each statistic of a block is one line or several neighbouring ones, and the elements of a line share their
 * weight unless the kernel finds a weight for each.
 */
interface Layout {
    int units();

    /** Blocks of a unit. */
    int leaves();

    /** The number of the first statistic of a unit. */
    int firstStatistic(int unit);

    /** How many statistics a unit has. */
    int statistics(int unit);

    /** The lines of a block that belong to one statistic. */
    int linesEach();

    /** The lines of a block that belong to one statistic where weights do not matter. */
    int measuredEach();

    /** Neighbouring lines of the kernel that are one here, since they share their statistic and weight. */
    int fold();

    /** Elements from a line to the next. */
    int apart();

    /** Whether the blocks of a unit meet different weights. */
    boolean varied();

    /** How many of the rows of a block meet the same weights. */
    int band(Block block);

    /** Whether each leaf shares its weights with the leaf of the same number in every unit, and with no other. */
    boolean aligned();

    /** How many leaves a plain sum goes over before it is added with care. */
    int run();

    /** Goes to a leaf. */
    void locate(int unit, int leaf, Block block);

    /** Goes to a leaf, of which lines that are neighbours with different weights are one. */
    void measure(int unit, int leaf, Block block);

    /** The mean of float64 elements. */
    ExactMean mean(View x, int statistic, double near);

    /** The lines of a unit in each block. */
    default int lines(int unit) {
        return statistics(unit) * linesEach();
    }

    /** The same for the kernel. */
    default int kernelLines(int unit) {
        return lines(unit) * fold();
    }
}
