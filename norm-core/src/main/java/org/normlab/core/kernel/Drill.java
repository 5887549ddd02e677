package org.normlab.core.kernel;

import static org.normlab.core.kernel.ScalarRowKernel.CHUNK;
import static org.normlab.core.kernel.ScalarRowKernel.LANES;
import static org.normlab.core.kernel.ScalarRowKernel.SHORT;

import java.util.List;

/** Small blocks for a kernel, of sizes that lead through all of its loops: rows in fours and some more, chunks and some more. */
final class Drill {
    private static final int ROWS = 2 * Block.TOGETHER + 3;
    private static final int NARROW = 6 * LANES + 2 * CHUNK + 5;
    private static final int WIDE = SHORT + 2 * CHUNK + 5;
    private static final int TIMES = 30;

    private final Kernel kernel;
    private final View x;
    private final View dy;
    private final View out;
    private final int lines;
    private final int[] widths;
    private final Block block = new Block();
    private final Coefficients c = new Coefficients();
    private final List<Parameters> parameters;

    /** With blocks of these widths, and what their parameters may be, each for one width after the other. */
    private Drill(Kernel kernel, boolean wide, int lines, int[] widths, List<Parameters> parameters) {
        this.kernel = kernel;
        this.lines = lines;
        this.widths = widths;
        this.parameters = parameters;
        this.x = view(wide);
        this.dy = view(wide);
        this.out = view(wide);
        c.reserve(lines);
        c.sums = new ParameterSums(2 * WIDE);
    }

    /** For a kernel along rows with a weight each. */
    static Drill rows(Kernel kernel, boolean wide) {
        return new Drill(kernel, wide, ROWS, new int[] {NARROW, WIDE}, List.of(each(ROWS, NARROW), each(ROWS, WIDE)));
    }

    /** For a kernel along rows with a weight an element: the same for all rows, and not. */
    static Drill elements(Kernel kernel, boolean wide) {
        List<Parameters> parameters = List.of(each(NARROW, 1), each(WIDE, 1), each(2 * NARROW, 1), each(2 * WIDE, 1));
        return new Drill(kernel, wide, ROWS, new int[] {NARROW, WIDE}, parameters);
    }

    /** For a kernel along columns. */
    static Drill columns(Kernel kernel, boolean wide) {
        return new Drill(kernel, wide, NARROW, new int[] {NARROW}, List.of(each(ROWS, NARROW)));
    }

    private static Parameters each(int channels, int inner) {
        return new Parameters(new double[channels], new double[channels], inner);
    }

    private static View view(boolean wide) {
        int size = ROWS * WIDE;
        return new View(wide ? new Flat.Doubles(new double[size]) : new Flat.Floats(new float[size]), 0);
    }

    /** Runs all methods some times; what the slowest of them took for eight elements, in nanoseconds. */
    double slowest() {
        double moments = time(() -> kernel.moments(x, block, c));
        double apply = time(() -> kernel.apply(x, block, c, out));
        double products = time(() -> kernel.products(x, dy, block, c));
        double pullback = time(() -> kernel.pullback(x, dy, block, c, out));
        return Math.max(Math.max(moments, apply), Math.max(products, pullback));
    }

    private double time(Runnable method) {
        long nanos = 0;
        long elements = 0;
        for (int i = 0; i < TIMES; i++) {
            int width = widths[i % widths.length];
            block.set(0, ROWS, width, width);
            c.point(parameters.get(i % parameters.size()), 0, lines);
            // with a centre to take off, and without
            c.shifted = i / 4 % 2 == 0;
            long since = System.nanoTime();
            method.run();
            nanos += System.nanoTime() - since;
            elements += (long) ROWS * width;
        }
        return 8.0 * nanos / elements;
    }
}
