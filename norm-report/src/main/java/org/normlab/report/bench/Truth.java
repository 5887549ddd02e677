package org.normlab.report.bench;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.normlab.core.Centre;
import org.normlab.core.check.Reference;

/**
 * What a problem's passes should give, in double from the formulas: y = x̂·w + b and dx = r·(q − mean q − x̂·mean(q·x̂)) with q = w·dy; and
 * what their errors are measured by.
 *
 * <p>Statistics come from {@link Reference}. Sums of gradients are plain double sums: over 10⁷ terms they are wrong by 1e-9 of the sum of
 * magnitudes at most, a sixtieth of what float32 can show.
 */
public final class Truth {
    private final Problem problem;
    private final Reference reference;
    private final int count;
    private final double[] means;
    private final double[] products;
    private final double[] magnitudes;
    private final double[] productMagnitudes;

    /**
     * Computes the sums.
     *
     * @param problem whose normalizer has no forward of its own
     */
    public Truth(Problem problem) {
        this.problem = problem;
        this.reference = Reference.of(problem.norm(), problem.x());
        this.count = problem.x().shape().count();
        this.means = perStatistic(this::q);
        this.products = perStatistic(i -> q(i) * reference.normalized(i));
        this.magnitudes = perStatistic(i -> Math.abs(q(i)));
        this.productMagnitudes = perStatistic(i -> Math.abs(q(i) * reference.normalized(i)));
    }

    private double q(int i) {
        return reference.weight(i) * problem.dy().get(i);
    }

    /** The mean over each statistic's elements. */
    private double[] perStatistic(IntToDoubleFunction term) {
        double[] sums = new double[count];
        for (int i = 0; i < count; i++) {
            sums[reference.statistic(i)] +=
                    term.applyAsDouble(i) / reference.slice(i).count();
        }
        return sums;
    }

    /** The sum over each parameter entry's elements. */
    private double[] perEntry(int entries, IntToDoubleFunction term) {
        double[] sums = new double[entries];
        for (int i = 0; i < count; i++) {
            sums[reference.entry(i)] += term.applyAsDouble(i);
        }
        return sums;
    }

    private double[] all(IntToDoubleFunction value) {
        double[] values = new double[count];
        Arrays.setAll(values, value);
        return values;
    }

    /**
     * A result.
     *
     * @param result of a forward or backward pass; not of running statistics
     * @return in memory order
     */
    public double[] of(Result result) {
        return switch (result) {
            case OUTPUT -> reference.output();
            case INPUT_GRADIENT -> all(this::inputGradient);
            case WEIGHT_GRADIENT -> perEntry(entries(), this::product);
            case BIAS_GRADIENT -> perEntry(entries(), problem.dy()::get);
            case EVALUATED, RUNNING_MEAN, RUNNING_VARIANCE ->
                throw new IllegalArgumentException(result + " is of no pass");
        };
    }

    private double inputGradient(int i) {
        int s = reference.statistic(i);
        double centred = problem.norm().centre() == Centre.MEAN ? q(i) - means[s] : q(i);
        return reference.slice(i).scale() * (centred - reference.normalized(i) * products[s]);
    }

    private double product(int i) {
        return problem.dy().get(i) * reference.normalized(i);
    }

    private int entries() {
        return problem.weight()
                .or(problem::bias)
                .map(parameter -> parameter.shape().count())
                .orElse(0);
    }

    /**
     * The sum of the magnitudes that a result is the sum of: no float arithmetic can be expected to be more exact than a few parts in
     * 2²⁴ of it.
     *
     * @param result of a forward or backward pass; not of running statistics
     * @return in memory order
     */
    public double[] magnitude(Result result) {
        return switch (result) {
            case OUTPUT -> all(this::outputMagnitude);
            case INPUT_GRADIENT -> all(this::inputMagnitude);
            case WEIGHT_GRADIENT -> perEntry(entries(), i -> Math.abs(product(i)));
            case BIAS_GRADIENT -> perEntry(entries(), i -> Math.abs(problem.dy().get(i)));
            case EVALUATED, RUNNING_MEAN, RUNNING_VARIANCE ->
                throw new IllegalArgumentException(result + " is of no pass");
        };
    }

    private double outputMagnitude(int i) {
        double bias = reference.output(i) - reference.normalized(i) * reference.weight(i);
        return Math.abs(reference.weight(i)) * (1 + Math.abs(reference.normalized(i))) + Math.abs(bias);
    }

    private double inputMagnitude(int i) {
        int s = reference.statistic(i);
        double xhat = Math.abs(reference.normalized(i));
        return reference.slice(i).scale() * (Math.abs(q(i)) + magnitudes[s] + xhat * productMagnitudes[s]);
    }
}
