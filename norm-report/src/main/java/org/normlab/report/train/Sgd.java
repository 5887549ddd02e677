package org.normlab.report.train;

import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.core.Tensor;
import org.normlab.report.net.Parameter;

/**
 * Stochastic gradient descent with momentum in PyTorch's form: v = momentum·v + g, then w = w − rate·v.
 *
 * @param momentum weight of the past update, from 0 to below 1
 */
public record Sgd(double momentum) implements Rule {
    /**
     * Checks the momentum.
     *
     * @param momentum weight of the past update, from 0 to below 1
     */
    public Sgd {
        if (!(momentum >= 0 && momentum < 1)) {
            throw NormException.about(Kind.OPTION, "Sgd", "momentum", momentum)
                    .because("is not from 0 to below 1", "use 0.9, or 0 for none");
        }
    }

    @Override
    public Update start(Parameter parameter, double weightDecay) {
        return parameter.value().isFloat32()
                ? new Floats(parameter, (float) momentum, (float) weightDecay)
                : inDoubles(parameter, weightDecay);
    }

    private Update inDoubles(Parameter parameter, double decay) {
        Tensor w = parameter.value();
        Tensor g = parameter.gradient();
        Tensor v = w.like(w.shape());
        return rate -> {
            for (int i = 0; i < v.shape().count(); i++) {
                v.set(i, momentum * v.get(i) + (g.get(i) + decay * w.get(i)));
                w.set(i, w.get(i) - rate * v.get(i));
                g.set(i, 0);
            }
        };
    }

    /** In float arithmetic on plain arrays, which the compiler turns into vectors: at small batches a third of a step's time. */
    private static final class Floats implements Update {
        private final float[] values;
        private final float[] gradients;
        private final float[] velocities;
        private final float momentum;
        private final float decay;

        Floats(Parameter parameter, float momentum, float decay) {
            values = parameter.value().toFMatrix().data;
            gradients = parameter.gradient().toFMatrix().data;
            velocities = new float[parameter.value().shape().count()];
            this.momentum = momentum;
            this.decay = decay;
        }

        @Override
        public void step(double rate) {
            update(values, gradients, velocities, (float) rate);
        }

        private void update(float[] w, float[] g, float[] v, float rate) {
            float past = momentum;
            float shrink = decay;
            for (int i = 0; i < v.length; i++) {
                float velocity = past * v[i] + (g[i] + shrink * w[i]);
                v[i] = velocity;
                w[i] -= rate * velocity;
                g[i] = 0;
            }
        }
    }
}
