package org.normlab.report.train;

import org.normlab.core.Tensor;
import org.normlab.report.net.Parameter;

/**
 * RMSProp (Tieleman and Hinton 2012) in PyTorch's form: v = past·v + (1 − past)·g², then w = w − rate·g/(√v + eps).
 *
 * @param past weight of the past in v
 * @param eps outside the root, 1e-8 in PyTorch
 */
public record RmsProp(double past, double eps) implements Rule {

    @Override
    public Update start(Parameter parameter, double weightDecay) {
        Tensor w = parameter.value();
        Tensor gradient = parameter.gradient();
        Tensor v = w.like(w.shape());
        return rate -> {
            for (int i = 0; i < w.shape().count(); i++) {
                double g = gradient.get(i) + weightDecay * w.get(i);
                v.set(i, past * v.get(i) + (1 - past) * g * g);
                w.set(i, w.get(i) - rate * g / (Math.sqrt(v.get(i)) + eps));
                gradient.set(i, 0);
            }
        };
    }
}
