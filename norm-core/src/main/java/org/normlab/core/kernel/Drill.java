package org.normlab.core.kernel;

import static org.normlab.core.kernel.ScalarRowKernel.CHUNK;
import static org.normlab.core.kernel.ScalarRowKernel.LANES;

import java.util.Arrays;
import java.util.List;

/** A small block for a kernel, of a size that leads through all of its loops: rows in fours and some more, chunks and some more. */
final class Drill {
    private static final int ROWS = 2 * 4 + 3;
    private static final int WIDTH = 6 * LANES + 2 * CHUNK + 5;
    private static final int TIMES = 30;

    private final Kernel kernel;
    private final View x;
    private final View dy;
    private final View out;
    private final int lines;
    private final Block block = new Block();
    private final Coefficients c = new Coefficients();
    private final List<Parameters> parameters;

    private Drill(Kernel kernel, boolean wide, int lines, List<Parameters> parameters) {
        this.kernel = kernel;
        this.lines = lines;
        this.parameters = parameters;
        this.x = view(wide);
        this.dy = view(wide);
        this.out = view(wide);
        c.reserve(lines);
        c.sums = new ParameterSums(2 * WIDTH);
    }

    /** For a kernel along rows with a weight each. */
    static Drill rows(Kernel kernel, boolean wide) {
        return new Drill(kernel, wide, ROWS, List.of(each(ROWS, WIDTH)));
    }

    /** For a kernel along rows with a weight an element: the same for all rows, and not. */
    static Drill elements(Kernel kernel, boolean wide) {
        return new Drill(kernel, wide, ROWS, List.of(each(WIDTH, 1), each(2 * WIDTH, 1)));
    }

    /** For a kernel along columns. */
    static Drill columns(Kernel kernel, boolean wide) {
        return new Drill(kernel, wide, WIDTH, List.of(each(ROWS, WIDTH)));
    }

    private static Parameters each(int channels, int inner) {
        return new Parameters(new double[channels], new double[channels], inner);
    }

    private static View view(boolean wide) {
        int size = ROWS * WIDTH;
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
        for (int i = 0; i < TIMES; i++) {
            block.set(0, ROWS, WIDTH, WIDTH);
            c.point(parameters.get(i % parameters.size()), 0, lines);
            // a centre that is to be chosen, and one that is known
            Arrays.fill(c.hi, 0, lines, i / 2 % 2 == 0 ? Double.NaN : 0);
            long since = System.nanoTime();
            method.run();
            nanos += System.nanoTime() - since;
        }
        return (double) nanos / TIMES / (ROWS * WIDTH) * 8;
    }
}
