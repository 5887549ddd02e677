package org.normlab.core.kernel;

import static org.normlab.core.kernel.ScalarRowKernel.CHUNK;
import static org.normlab.core.kernel.ScalarRowKernel.LANES;

import java.util.Arrays;

/**
 * What a kernel applies to the lines of a block, and the sums that it takes over them: a struct that is filled again and again, so
 * that no pass allocates it.
 */
final class Coefficients {
    /** Leading part of the centre, and the rest of it. */
    double[] hi = {};

    double[] lo = {};
    /** Whether some line has a leading part that is not 0. */
    boolean shifted;
    /** The factor of the normalized x. */
    double[] scale = {};
    /** The scale times the weight of the line: what multiplies x forward and dy backward. */
    double[] factor = {};
    /** What is added to those products. */
    double[] summand = {};
    /** What multiplies x backward. */
    double[] bend = {};
    /** The weight of a line, its bias, and the entry that they are. */
    private double[] weight = {};

    private double[] bias = {};
    int[] entry = {};
    /** Whether all lines have the same entry. */
    private boolean shared;

    /** Whether lines have neighbouring entries, of which the first is known. */
    private boolean neighbours;
    /** Two sums a line. */
    double[] first = {};

    double[] second = {};
    private double[] gradient = {};
    private double[] zeros = {};

    /** Logical lanes of two sums along each line. */
    double[] firstLanes = {};

    double[] secondLanes = {};

    /** The parameters themselves, for kernels with a weight an element or a row; the block starts at entry {@link #at}. */
    Parameters parameters = new Parameters(new double[0], new double[0], 1);

    double[] weights = {};

    double[] biases = {};
    int at;
    /** Where kernels with a weight an element add up its gradient. */
    ParameterSums sums = new ParameterSums(0);

    /** Makes room for so many lines. */
    void reserve(int lines) {
        if (hi.length < lines) {
            hi = new double[lines];
            lo = new double[lines];
            scale = new double[lines];
            factor = new double[lines];
            summand = new double[lines];
            bend = new double[lines];
            weight = new double[lines];
            bias = new double[lines];
            entry = new int[lines];
            first = new double[lines];
            second = new double[lines];
            gradient = new double[lines];
            zeros = new double[lines];
            firstLanes = new double[LANES + CHUNK * lines];
            secondLanes = new double[LANES + CHUNK * lines];
        }
    }

    /** Sets the centre of so many lines, each of which has so many neighbours with the same, from that of statistics. */
    void centre(double[] leading, int from, int lines, int each) {
        shifted = !Arrays.equals(leading, from, from + lines / each, zeros, 0, lines / each);
        if (shifted) {
            spread(leading, from, hi, lines, each);
        } else {
            Arrays.fill(hi, 0, lines, 0);
        }
    }

    /** Sets the sums of so many lines to zero. */
    void clearSums(int lines) {
        Arrays.fill(first, 0, lines, 0);
        Arrays.fill(second, 0, lines, 0);
    }

    /** Sets the lanes of some lines to zero. */
    void clearLanes(int from, int to) {
        Arrays.fill(firstLanes, from * CHUNK, to * CHUNK, 0);
        Arrays.fill(secondLanes, from * CHUNK, to * CHUNK, 0);
    }

    /** Adds the lanes of so many lines to their sums. */
    void foldLanes(int lines) {
        foldLanes(firstLanes, first, lines);
        foldLanes(secondLanes, second, lines);
    }

    private static void foldLanes(double[] lanes, double[] sums, int lines) {
        for (int line = 0; line < lines; line++) {
            sums[line] += fold(lanes, line);
        }
    }

    /** Adds up the chunk of lanes of a line in halves. */
    static double fold(double[] lanes, int line) {
        int i = line * CHUNK;
        double even = lanes[i] + lanes[i + 4] + (lanes[i + 2] + lanes[i + 6]);
        double odd = lanes[i + 1] + lanes[i + 5] + (lanes[i + 3] + lanes[i + 7]);
        return even + odd;
    }

    /** Points at the parameters of a block with a weight an element or a row; its lines have none of their own. */
    void point(Parameters p, int start, int lines) {
        parameters = p;
        weights = p.weight();
        biases = p.bias();
        at = p.index(start);
        System.arraycopy(scale, 0, factor, 0, lines);
        Arrays.fill(bias, 0, lines, 0);
    }

    /** Finds the entry of each line of a block, its bias and its factor; lines are so many elements apart. */
    void weigh(Parameters p, int start, int lines, int apart) {
        find(p, start, lines, apart);
        for (int i = 0; i < lines; i++) {
            factor[i] = scale[i] * weight[i];
        }
    }

    private void find(Parameters p, int start, int lines, int apart) {
        int next = p.index(start);
        int each = Math.max(1, p.inner() / apart);
        int left = each - start % p.inner() / apart;
        shared = left >= lines;
        neighbours = !shared && each == 1 && next + lines <= p.channels();
        if (shared) {
            Arrays.fill(entry, 0, lines, next);
            Arrays.fill(weight, 0, lines, p.weight()[next]);
            Arrays.fill(bias, 0, lines, p.bias()[next]);
            return;
        }
        if (neighbours) {
            entry[0] = next;
            System.arraycopy(p.weight(), next, weight, 0, lines);
            System.arraycopy(p.bias(), next, bias, 0, lines);
            return;
        }
        for (int i = 0; i < lines; i++, left--) {
            if (left == 0) {
                left = each;
                next = next + 1 == p.channels() ? 0 : next + 1;
            }
            entry[i] = next;
            weight[i] = p.weight()[next];
            bias[i] = p.bias()[next];
        }
    }

    /** The summand of y: the bias and the part of the centre that x has not lost, in one rounding. */
    void applied(int lines) {
        for (int i = 0; i < lines; i++) {
            summand[i] = Math.fma(-lo[i], factor[i], bias[i]);
        }
    }

    /** The summand and the bend of dx, of which they hold the two means. */
    void pulled(int lines) {
        for (int i = 0; i < lines; i++) {
            summand[i] = Math.fma(lo[i], bend[i], -summand[i]);
            bend[i] = -bend[i];
        }
    }

    /** The summand of the normalized x backward: what x − hi lacks. */
    void normalized(int lines) {
        for (int i = 0; i < lines; i++) {
            summand[i] = -lo[i] * scale[i];
        }
    }

    /** Adds up the sums of so many neighbouring lines each, which are one, and sets them to zero but for those results. */
    void foldSums(int lines, int fold) {
        if (fold > 1) {
            fold(first, lines, fold);
            fold(second, lines, fold);
        }
    }

    private static void fold(double[] sums, int lines, int fold) {
        for (int i = 0; i < lines; i++) {
            sums[i] = sum(sums, i * fold, fold);
        }
        Arrays.fill(sums, lines, lines * fold, 0);
    }

    /** Gives neighbouring lines of the kernel the value of the one that they are; from the last on, so that none is overwritten. */
    static void unfold(double[] values, int lines, int fold) {
        for (int i = lines - 1; fold > 1 && i >= 0; i--) {
            Arrays.fill(values, i * fold, (i + 1) * fold, values[i]);
        }
    }

    /** Turns products with x − hi into products with what x is off its centre. */
    void centreSums(int lines) {
        for (int i = 0; i < lines; i++) {
            second[i] = Math.fma(-lo[i], first[i], second[i]);
        }
    }

    /** Adds the sums of lines to the gradients of their entries. */
    void addParameters(int lines) {
        for (int i = 0; i < lines; i++) {
            gradient[i] = second[i] * scale[i];
        }
        if (shared) {
            sums.add(entry[0], sum(gradient, 0, lines), sum(first, 0, lines));
        } else if (neighbours) {
            sums.add(entry[0], gradient, first, lines);
        } else {
            for (int i = 0; i < lines; i++) {
                sums.add(entry[i], gradient[i], first[i]);
            }
        }
    }

    /** Turns sums over dy into sums over what dx has of it. */
    void weighSums(int lines) {
        for (int i = 0; i < lines; i++) {
            first[i] *= factor[i];
            second[i] *= factor[i];
        }
    }

    /** The sum of every fourth value, four times, since each addition waits for the one before it. */
    static double sum(double[] values, int from, int count) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = from;
        for (; i + 3 < from + count; i += 4) {
            a += values[i];
            b += values[i + 1];
            c += values[i + 2];
            d += values[i + 3];
        }
        for (; i < from + count; i++) {
            a += values[i];
        }
        return a + b + (c + d);
    }

    /** Adds to the gradients of an entry, and returns dy times its weight. */
    double addParameters(double normalized, double dy, int entry) {
        sums.weight[entry] = Math.fma(normalized, dy, sums.weight[entry]);
        sums.bias[entry] += dy;
        return dy * weights[entry];
    }

    /** Gives each of a statistic's neighbouring lines its value. */
    static void spread(double[] values, int from, double[] lines, int count, int each) {
        if (each == 1) {
            System.arraycopy(values, from, lines, 0, count);
            return;
        }
        for (int i = 0; i < count; i += each) {
            Arrays.fill(lines, i, i + each, values[from + i / each]);
        }
    }
}
