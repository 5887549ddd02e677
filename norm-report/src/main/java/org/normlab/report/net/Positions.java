package org.normlab.report.net;

import org.normlab.core.Shape;
import org.normlab.core.Tensor;

/**
 * Adds to each row where it stands in its sequence, in waves of falling frequency (Vaswani et al. 2017): sin(t/10000^(c/width)) at an
 * even element c of step t, and the cosine of the same angle at element c + 1.
 */
final class Positions implements Piece {
    private static final double SLOWEST = 10_000;

    private final int width;
    private final Memo<Tensor> outputs = new Memo<>(x -> x.like(x.shape()));
    /** Those of all steps that any sequence had so far. */
    private double[] waves = {};

    private int[] lengths = {};

    Positions(int width) {
        this.width = width;
    }

    private static double[] waves(int steps, int width) {
        double[] waves = new double[steps * width];
        for (int i = 0; i < waves.length; i++) {
            int c = i % width;
            double angle = i / width / StrictMath.pow(SLOWEST, (double) (c - c % 2) / width);
            waves[i] = c % 2 == 0 ? StrictMath.sin(angle) : StrictMath.cos(angle);
        }
        return waves;
    }

    @Override
    public Shape shape(Shape input) {
        return input;
    }

    @Override
    public void lengths(int... given) {
        lengths = given;
    }

    @Override
    public Tensor forward(Tensor x, Mode mode) {
        Tensor y = outputs.of(x);
        int at = 0;
        for (int length : lengths) {
            if (waves.length < length * width) {
                waves = waves(length, width);
            }
            for (int i = 0; i < length * width; i++, at++) {
                y.set(at, x.get(at) + waves[i]);
            }
        }
        return y;
    }

    @Override
    public Tensor backward(Tensor dy) {
        return dy;
    }
}
