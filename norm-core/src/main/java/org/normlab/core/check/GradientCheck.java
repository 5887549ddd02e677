package org.normlab.core.check;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.normlab.core.Gradients;
import org.normlab.core.Normalized;
import org.normlab.core.Normalizer;
import org.normlab.core.Tensor;

/**
 * Compares the backward pass of a normalizer with central differences of its formula.
 *
 * <p>The loss is Σ dy·y with random dy: with dy = 1 the gradient of a centred normalization is 0 and proves nothing. The
 * difference quotient D(h) is extrapolated, (4·D(h/2) − D(h))/3, with h = 2⁻⁸ of the √(v + ε) of the element's statistic,
 * rounded to a power of two, or a smaller h where that fails. The error is measured against the size of the terms that a gradient
 * is made of, because the gradient itself may be 0. No element is left out for its place: at a kink, such as that of a maximum, the gradient must
 * be the derivative of one side to the same tolerance, and where there is no kink both sides have the same. Exactly at a kink the
 * mean of both sides passes as well. Of more than 2048 elements 256 random ones are moved one by one, and all at once along 8 random
 * directions. Works in float64, on a normalizer of any kind; the gradient of a float32 parameter is held to 2⁻²⁰ of those terms. Weights
 * are of either sign between 0.5 and 1.5 meanwhile, and biases Gaussian, since a weight of 1 hides a backward that forgets it. A
 * backward that is not meant to be the derivative, as of an approximate variant, fails. Nothing is thrown for a wrong gradient: the {@link Report} names the
 * worst element.
 *
 * @param formula what is differentiated
 * @param seed of dy and of the sampled elements
 */
public record GradientCheck(Formula formula, long seed) {
    private static final int MOST = 2048;
    private static final int SAMPLES = 256;

    /** Steps are 2⁻⁸ of the distance, and in a tight bend 2⁻¹² and 2⁻¹⁶ of it. */
    private static final int FIRST = 8;

    private static final int FINER = 4;
    private static final int LAST = 16;

    /** What a normalizer computes: its own forward, an oracle, or a form of it with some quantities held constant. */
    @FunctionalInterface
    public interface Formula {
        /**
         * The output.
         *
         * @param normalizer whose parameters count as they are now
         * @param x the input; not modified
         * @return one output an element
         */
        double[] output(Normalizer normalizer, Tensor x);
    }

    /**
     * A check against the normalizer's own forward pass.
     *
     * @param seed of dy and of the sampled elements
     * @return the check
     */
    public static GradientCheck ofForward(long seed) {
        return new GradientCheck(
                (normalizer, x) -> normalizer.forward(x).output().toArray(), seed);
    }

    /**
     * A check against {@link Reference}.
     *
     * @param seed of dy and of the sampled elements
     * @return the check
     */
    public static GradientCheck ofReference(long seed) {
        return new GradientCheck((normalizer, x) -> Reference.of(normalizer, x).output(), seed);
    }

    /**
     * Checks the gradients of the input and of every parameter.
     *
     * @param normalizer restored after its parameters were moved
     * @param x a float64 tensor; restored after its elements were moved
     * @return the worst element of each gradient
     */
    public Report check(Normalizer normalizer, Tensor x) {
        SplittableRandom random = new SplittableRandom(seed);
        Tensor dy = x.like(x.shape());
        for (int i = 0; i < x.shape().count(); i++) {
            dy.set(i, gaussian(random));
        }
        Scattered parameters = new Scattered(normalizer.affine());
        try {
            parameters.scatter(random);
            return check(normalizer, x, dy);
        } finally {
            parameters.restore();
        }
    }

    private Report check(Normalizer normalizer, Tensor x, Tensor dy) {
        Normalized pass = normalizer.forward(x);
        Gradients gradients = pass.backward(dy);
        Report report = compare(
                "input", new Moved(formula, normalizer, x, x, dy), gradients.input(), Steps.input(normalizer, pass, x));
        for (Map.Entry<String, Tensor> parameter : normalizer.parameters().entrySet()) {
            Tensor value = parameter.getValue();
            String name = parameter.getKey();
            if (!gradients.parameters().containsKey(name)) {
                return Report.missing(name, seed);
            }
            Moved moved = new Moved(formula, normalizer, x, value, dy);
            report = report.and(compare(name, moved, gradients.parameter(name), Steps.parameter(value)));
        }
        return report;
    }

    private Report compare(String name, Moved moved, Tensor analytic, Steps steps) {
        SplittableRandom random = new SplittableRandom(seed + 1);
        int count = analytic.shape().count();
        Report worst = Report.passing(seed);
        for (int k = 0; k < Math.min(count, count <= MOST ? MOST : SAMPLES); k++) {
            int element = count <= MOST ? k : random.nextInt(count);
            worst = worst.and(compare(moved, new Entry(name, element, analytic.get(element), steps.size(element))));
        }
        return count <= MOST ? worst : worst.and(new Directions(moved, analytic).check(name, steps, seed));
    }

    /** An element of a gradient, and the distance over which the output bends. */
    private record Entry(String gradient, int element, double analytic, double size) {}

    /** Central differences at finer and finer steps, then those of each side. */
    private Report compare(Moved moved, Entry entry) {
        Report best = compare(moved, entry, FIRST, Side.BOTH);
        for (int scale = FIRST + FINER; scale <= LAST && !best.passes(); scale += FINER) {
            best = best.or(compare(moved, entry, scale, Side.BOTH));
        }
        for (Side side : List.of(Side.ABOVE, Side.BELOW)) {
            best = best.passes() ? best : best.or(compare(moved, entry, LAST, side));
        }
        return best;
    }

    private Report compare(Moved moved, Entry entry, int scale, Side side) {
        int element = entry.element;
        double step = Math.scalb(1.0, Math.getExponent(entry.size) - scale);
        Quotient numeric =
                side.extrapolated(moved.quotient(element, step, side), moved.quotient(element, step / 2, side));
        double least = moved.value() == moved.x() ? Math.abs(moved.dy().get(element)) / entry.size : moved.noise(step);
        double error = moved.distance(entry.analytic, numeric) / (numeric.size() + least);
        return new Report(entry.gradient, element, entry.analytic, numeric.value(), error, seed);
    }

    static double gaussian(SplittableRandom random) {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        return radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
    }
}
