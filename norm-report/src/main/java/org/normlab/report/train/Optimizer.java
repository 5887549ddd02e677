package org.normlab.report.train;

import java.util.List;
import org.normlab.core.Tensor;
import org.normlab.report.net.Parameter;

/** Updates the parameters of a network from their gradients. */
public final class Optimizer {
    private final List<Parameter> parameters;
    private final List<Rule.Update> updates;
    private final double clip;

    /**
     * How an update is held in bounds.
     *
     * @param weightDecay times a weight is added to its gradient; biases and parameters of norms are left alone
     * @param clip the largest global norm of the gradient; 0 means that it is not clipped
     */
    public record Bounds(double weightDecay, double clip) {
        /** No decay, no clipping. */
        public static final Bounds NONE = new Bounds(0, 0);
    }

    /**
     * Starts at the present values.
     *
     * @param rule how a gradient becomes an update
     * @param bounds decay and clipping
     * @param parameters what is updated
     */
    public Optimizer(Rule rule, Bounds bounds, List<Parameter> parameters) {
        this.parameters = List.copyOf(parameters);
        this.clip = bounds.clip;
        updates = parameters.stream()
                .map(p -> rule.start(p, p.role() == Parameter.Role.WEIGHT ? bounds.weightDecay : 0))
                .toList();
    }

    /**
     * Updates every parameter and clears every gradient.
     *
     * @param rate the step size
     */
    public void step(double rate) {
        if (clip > 0) {
            clipGradients();
        }
        for (int i = 0; i < updates.size(); i++) {
            updates.get(i).step(rate);
        }
    }

    /**
     * The global norm of the gradient.
     *
     * @return the root of the sum of squares over all parameters in order
     */
    public double gradientNorm() {
        double sum = 0;
        for (int p = 0; p < parameters.size(); p++) {
            Tensor gradient = parameters.get(p).gradient();
            for (int i = 0; i < gradient.shape().count(); i++) {
                sum += gradient.get(i) * gradient.get(i);
            }
        }
        return Math.sqrt(sum);
    }

    private void clipGradients() {
        double norm = gradientNorm();
        if (norm <= clip) {
            return;
        }
        for (int p = 0; p < parameters.size(); p++) {
            Tensor gradient = parameters.get(p).gradient();
            for (int i = 0; i < gradient.shape().count(); i++) {
                gradient.set(i, gradient.get(i) * (clip / norm));
            }
        }
    }
}
