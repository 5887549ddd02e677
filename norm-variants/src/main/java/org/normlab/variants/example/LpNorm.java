package org.normlab.variants.example;

import java.util.Arrays;
import org.normlab.core.Axes;
import org.normlab.core.Epsilon;
import org.normlab.core.Moments;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.core.Shape;
import org.normlab.core.formula.Formula;
import org.normlab.core.formula.Point;
import org.normlab.core.formula.Pull;
import org.normlab.core.formula.Sample;
import org.normlab.core.formula.Slices;
import org.normlab.variants.Options;

/**
 * Lp normalization: y = x/max(‖x‖_p, ε) along one axis. Departs from RmsNorm in that the sum is not a mean and ε is a floor.
 *
 * <p>p is 1, 2 or 3, of absolute values; p = 2 gives unit vectors. With ε = 0 a zero vector stays zero, as ONNX LpNormalization 22;
 * PyTorch's normalize has ε 1e-12. At a kink the derivative is that of the norm.
 *
 * @param axis from −rank to rank − 1, the last by default
 * @param p 1, 2 or 3
 * @param epsilon the floor
 */
public record LpNorm(int axis, int p, Epsilon epsilon) implements Formula {

    /**
     * Checks p.
     *
     * @param axis from −rank to rank − 1, the last by default
     * @param p 1, 2 or 3
     * @param epsilon the floor
     * @throws NormException OPTION if it is not 1, 2 or 3
     */
    public LpNorm {
        if (p < 1 || p > 3) {
            throw NormException.about(Kind.OPTION, "LpNorm", "p", p).because("is not 1, 2 or 3", "use one of them");
        }
    }

    /** What a zero vector becomes. */
    private enum Zero {
        FLOOR,
        ONNX
    }

    static LpNorm create(Options o) {
        boolean floor = o.choice("zero", Zero.class, Zero.FLOOR) == Zero.FLOOR;
        if (!floor && o.text("eps").isPresent()) {
            throw o.refuse("eps", "stands beside zero=onnx, which has no floor", "give one of them");
        }
        return new LpNorm(o.integer("axis", -1), o.integer("p", 2), floor ? o.epsilon(1e-12) : Epsilon.inside(0));
    }

    @Override
    public Axes reductionAxes(Shape shape) {
        return Axes.of(shape.rank(), axis);
    }

    @Override
    public Point at(Sample sample) {
        Slices slices = sample.slices(sample.shape(), reductionAxes(sample.shape()));
        double[] norms = slices.sums(i -> power(Math.abs(sample.get(i)), p));
        Arrays.setAll(norms, s -> root(norms[s]));
        double[] r = slices.each(s -> inverse(Math.max(norms[s], epsilon.value())));
        double[] z = sample.map(i -> sample.get(i) * r[slices.of(i)]);
        return new Point(z, Moments.empty(0), q -> {
            double[] dot = slices.sums(i -> q[i] * z[i]);
            return new Pull(sample.map(i -> {
                int s = slices.of(i);
                double bend =
                        norms[s] >= epsilon.value() ? dot[s] * Math.signum(z[i]) * power(Math.abs(z[i]), p - 1) : 0;
                return r[s] * (q[i] - bend);
            }));
        });
    }

    /** NaN for what is not finite, so that no slice vanishes silently. */
    private static double inverse(double norm) {
        return norm == 0 ? 0 : norm < Double.POSITIVE_INFINITY ? 1 / norm : Double.NaN;
    }

    private static double power(double base, int exponent) {
        return exponent == 0 ? 1 : base * power(base, exponent - 1);
    }

    private double root(double sum) {
        return switch (p) {
            case 1 -> sum;
            case 2 -> Math.sqrt(sum);
            default -> StrictMath.cbrt(sum);
        };
    }
}
