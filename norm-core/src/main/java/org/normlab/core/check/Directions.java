package org.normlab.core.check;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.normlab.core.Tensor;

/**
 * Directions along which all elements move at once, each up or down by a part of the distance over which its output bends: where only
 * some elements are looked at one by one, a wrong one escapes these as little as any other.
 *
 * <p>Rounding moves an element a little more or less than it should, so the analytic gradient is taken along the way that it went.
 */
final class Directions {
    private static final int COUNT = 8;

    /** Steps from 2⁻⁸ of the distance down to 2⁻²⁴, since of many elements one is soon beside a kink. */
    private static final int FIRST = 8;

    private static final int FINER = 4;
    private static final int LAST = 24;

    private final Moved moved;
    private final Tensor analytic;
    private final double[] origin;

    /** For a gradient of what is moved. */
    Directions(Moved moved, Tensor analytic) {
        this.moved = moved;
        this.analytic = analytic;
        this.origin = moved.value().toArray();
    }

    /** The worst of some random directions. */
    Report check(String name, Steps steps, long seed) {
        SplittableRandom random = new SplittableRandom(seed + 2);
        Report worst = Report.passing(seed);
        for (int number = 0; number < COUNT; number++) {
            double[] direction = new double[origin.length];
            Arrays.setAll(
                    direction, i -> Math.scalb(random.nextBoolean() ? 1.0 : -1.0, Math.getExponent(steps.size(i))));
            Report nothing = new Report(name + " along a direction", number, 0, 0, Double.POSITIVE_INFINITY, seed);
            worst = worst.and(best(direction, nothing));
        }
        return worst;
    }

    private Report best(double[] direction, Report nothing) {
        Report best = nothing;
        for (int scale = FIRST; scale <= LAST && !best.passes(); scale += FINER) {
            Quotient[] whole = quotients(direction, Math.scalb(1.0, -scale));
            Quotient[] half = quotients(direction, Math.scalb(0.5, -scale));
            Quotient numeric = Side.BOTH.extrapolated(whole[0], half[0]);
            double slope = Side.BOTH.extrapolated(whole[1], half[1]).value();
            double error = moved.distance(slope, numeric) / (numeric.size() + moved.magnitude());
            best = best.or(
                    new Report(nothing.gradient(), nothing.element(), slope, numeric.value(), error, nothing.seed()));
        }
        return best;
    }

    /** The slope of the loss from a step below to a step above: of the formula, and of the analytic gradient. */
    private Quotient[] quotients(double[] direction, double step) {
        double[] above = move(direction, step);
        double[] plus = moved.output();
        double[] below = move(direction, -step);
        double[] minus = moved.output();
        moved.value().copyFrom(origin);
        return new Quotient[] {
            Quotient.of(moved.dy(), plus, minus, 2 * step), Quotient.of(analytic, above, below, 2 * step)
        };
    }

    /** Where the elements then are. */
    private double[] move(double[] direction, double step) {
        double[] there = new double[origin.length];
        Arrays.setAll(there, i -> origin[i] + step * direction[i]);
        moved.value().copyFrom(there);
        return there;
    }
}
