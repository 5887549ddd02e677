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
    /** Checks the momentum. */
    public Sgd {
        if (!(momentum >= 0 && momentum < 1)) {
            throw NormException.about(Kind.OPTION, "Sgd", "momentum", momentum)
                    .because("is not from 0 to below 1", "use 0.9, or 0 for none");
        }
    }

    @Override
    public Update start(Parameter parameter, double weightDecay) {
        Tensor value = parameter.value();
        return value.isFloat32() ? inFloats(parameter, (float) weightDecay) : inDoubles(parameter, weightDecay);
    }

    /** In float arithmetic on plain arrays, which the compiler turns into vector instructions: half of a small step's time. */
    private Update inFloats(Parameter parameter, float decay) {
        float[] w = parameter.value().toFMatrix().data;
        float[] g = parameter.gradient().toFMatrix().data;
        float[] v = new float[parameter.value().shape().count()];
        return rate -> update(w, g, v, new Factors((float) rate, (float) momentum, decay));
    }

    private record Factors(float rate, float momentum, float decay) {}

    private static void update(float[] w, float[] g, float[] v, Factors factors) {
        float rate = factors.rate;
        float momentum = factors.momentum;
        float decay = factors.decay;
        for (int i = 0; i < v.length; i++) {
            float velocity = momentum * v[i] + (g[i] + decay * w[i]);
            v[i] = velocity;
            w[i] -= rate * velocity;
            g[i] = 0;
        }
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
}
