package org.normlab.variants.contract;

import java.util.List;
import org.normlab.core.Centre;
import org.normlab.core.Epsilon;
import org.normlab.core.Tensor;

/**
 * The derivative of Σ dy·y by a complex step (Squire and Trapp 1998): Im f(x + ih)/h with h so small that its square vanishes. No
 * difference is taken, so nothing cancels, and no derivative is worked out by hand.
 */
final class ComplexStep {
    private static final double H = 1e-100;
    private final Exact exact;
    private final Tensor x;
    private final Tensor dy;

    ComplexStep(Exact exact, Tensor x, Tensor dy) {
        this.exact = exact;
        this.x = x;
        this.dy = dy;
    }

    /** The derivative by one element of the input. */
    double derivative(int element) {
        List<Integer> members = exact.slices().members(exact.slices().number(element));
        double origin = x.get(members.get(0)); // nothing depends on it where there is centring
        boolean centred = exact.normalizer().centre() == Centre.MEAN;
        Complex[] values = members.stream()
                .map(i -> new Complex(x.get(i) - (centred ? origin : 0), i == element ? H : 0))
                .toArray(Complex[]::new);
        Complex[] deviations = centred ? minusMean(values) : values;
        Complex scale = scale(deviations);
        double sum = 0;
        for (int j = 0; j < deviations.length; j++) {
            int i = members.get(j);
            sum += dy.get(i) * exact.weight(i) * deviations[j].times(scale).im();
        }
        return sum / H;
    }

    private static Complex[] minusMean(Complex[] values) {
        Complex mean = sum(values).times(1.0 / values.length);
        Complex[] deviations = new Complex[values.length];
        for (int j = 0; j < values.length; j++) {
            deviations[j] = values[j].minus(mean);
        }
        return deviations;
    }

    private Complex scale(Complex[] deviations) {
        Complex[] squares = new Complex[deviations.length];
        for (int j = 0; j < deviations.length; j++) {
            squares[j] = deviations[j].times(deviations[j]);
        }
        Complex variance = sum(squares).times(1.0 / squares.length);
        Epsilon epsilon = exact.normalizer().epsilon();
        Complex added = new Complex(epsilon.value(), 0);
        return epsilon.place() == Epsilon.Place.INSIDE
                ? variance.plus(added).root().inverse()
                : variance.root().plus(added).inverse();
    }

    private static Complex sum(Complex[] terms) {
        Complex sum = Complex.ZERO;
        for (Complex term : terms) {
            sum = sum.plus(term);
        }
        return sum;
    }
}
