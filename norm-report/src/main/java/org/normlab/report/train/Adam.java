package org.normlab.report.train;

import org.normlab.core.Tensor;
import org.normlab.report.net.Parameter;

/**
 * Adam (Kingma and Ba 2015): w = w − rate·m̂/(√v̂ + eps) with running means m of g and v of g², each divided by the total weight
 * that it has gathered.
 *
 * @param first weight of the past in m, 0.9 in the paper
 * @param second weight of the past in v, 0.999 in the paper
 * @param eps outside the root, 1e-8 in the paper
 */
public record Adam(double first, double second, double eps) implements Rule {
    /** The paper's constants. */
    public static final Adam STANDARD = new Adam(0.9, 0.999, 1e-8);

    @Override
    public Update start(Parameter parameter, double weightDecay) {
        return new State(this, parameter, weightDecay);
    }

    private static final class State implements Update {
        private final Adam rule;
        private final Parameter parameter;
        private final double decay;
        private final Tensor m;
        private final Tensor v;
        private double firstPast = 1;
        private double secondPast = 1;

        State(Adam rule, Parameter parameter, double decay) {
            this.rule = rule;
            this.parameter = parameter;
            this.decay = decay;
            m = parameter.value().like(parameter.value().shape());
            v = parameter.value().like(parameter.value().shape());
        }

        @Override
        public void step(double rate) {
            firstPast *= rule.first;
            secondPast *= rule.second;
            Tensor w = parameter.value();
            for (int i = 0; i < w.shape().count(); i++) {
                double g = parameter.gradient().get(i) + decay * w.get(i);
                m.set(i, rule.first * m.get(i) + (1 - rule.first) * g);
                v.set(i, rule.second * v.get(i) + (1 - rule.second) * g * g);
                double spread = Math.sqrt(v.get(i) / (1 - secondPast)) + rule.eps;
                w.set(i, w.get(i) - rate * m.get(i) / (1 - firstPast) / spread);
                parameter.gradient().set(i, 0);
            }
        }
    }
}
