package org.normlab.variants.batch;

import java.util.Map;
import java.util.TreeMap;
import org.normlab.core.Axes;
import org.normlab.core.Gradients;
import org.normlab.core.Normalized;
import org.normlab.core.Normalizer;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;
import org.normlab.core.formula.Formula;
import org.normlab.core.formula.Point;
import org.normlab.core.formula.Pull;
import org.normlab.core.formula.Sample;

/** One normalization after another; the parameters of the second have the prefix {@value #PREFIX}. */
record Chain(Normalizer first, Normalizer second) implements Formula {
    private static final String PREFIX = "group_";

    @Override
    public Axes reductionAxes(Shape view) {
        return first.reductionAxes(view);
    }

    @Override
    public int fewest() {
        return first.fewest();
    }

    @Override
    public Map<String, Tensor> parameters() {
        return joined(first.parameters(), second.parameters());
    }

    private static Map<String, Tensor> joined(Map<String, Tensor> one, Map<String, Tensor> two) {
        Map<String, Tensor> all = new TreeMap<>(one);
        two.forEach((name, tensor) -> all.put(PREFIX + name, tensor));
        return all;
    }

    @Override
    public Point at(Sample sample) {
        Normalized one = sample.forward(first);
        Normalized two = sample.with(one.output()).forward(second);
        return new Point(two.output().toArray(), one.moments(), q -> {
            Gradients outer = two.backward(Tensor.of(sample.shape(), q));
            Gradients inner = one.backward(outer.input());
            Map<String, double[]> parameters = new TreeMap<>();
            joined(inner.parameters(), outer.parameters())
                    .forEach((name, gradient) -> parameters.put(name, gradient.toArray()));
            return new Pull(inner.input().toArray(), parameters);
        });
    }
}
