package org.normlab.report.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;
import org.normlab.report.net.Parameter;
import org.normlab.report.net.Parameter.Role;

/** Steps computed by hand, with numbers that float32 holds exactly. */
class OptimizerTest {
    private static final Shape SHAPE = Shape.of("C", 2);

    @Test
    void momentumAddsUp() {
        for (Parameter p : List.of(floats(Role.WEIGHT), doubles(Role.WEIGHT))) {
            Optimizer optimizer = new Optimizer(new Sgd(0.5), Optimizer.Bounds.NONE, List.of(p));
            gradient(p, 1, -2);
            optimizer.step(0.25);
            assertThat(p.value().toArray()).containsExactly(4 - 0.25, 8 + 0.5);
            assertThat(p.gradient().toArray()).containsExactly(0, 0);
            gradient(p, 1, -2);
            optimizer.step(0.25);
            assertThat(p.value().toArray()).containsExactly(3.75 - 0.25 * 1.5, 8.5 + 0.25 * 3);
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void onlyWeightsDecay(Role role) {
        Parameter p = floats(role);
        new Optimizer(new Sgd(0), new Optimizer.Bounds(0.5, 0), List.of(p)).step(0.25);
        double shrunk = role == Role.WEIGHT ? 1 - 0.25 * 0.5 : 1;
        assertThat(p.value().toArray()).containsExactly(4 * shrunk, 8 * shrunk);
    }

    @Test
    void clippingKeepsTheDirection() {
        Parameter p = floats(Role.WEIGHT);
        Optimizer optimizer = new Optimizer(new Sgd(0), new Optimizer.Bounds(0, 2.5), List.of(p));
        gradient(p, 3, 4);
        assertThat(optimizer.gradientNorm()).isEqualTo(5);
        optimizer.step(1);
        assertThat(p.value().toArray()).containsExactly(4 - 1.5, 8 - 2);
    }

    /** The first step of Adam has the length of the step size in every direction: m̂/√v̂ = g/|g|. */
    @Test
    void adamStartsWithTheSign() {
        Parameter p = doubles(Role.WEIGHT);
        gradient(p, 3, -0.5);
        new Optimizer(new Adam(0.9, 0.999, 0), Optimizer.Bounds.NONE, List.of(p)).step(0.25);
        // m, v and their divisions round a few times
        assertThat(p.value().get(0)).isBetween(3.75 - 1e-14, 3.75 + 1e-14);
        assertThat(p.value().get(1)).isBetween(8.25 - 1e-14, 8.25 + 1e-14);
    }

    @Test
    void rmsPropDividesByTheRootOfItsMeanSquare() {
        Parameter p = doubles(Role.WEIGHT);
        gradient(p, 2, -2);
        new Optimizer(new RmsProp(0.75, 0), Optimizer.Bounds.NONE, List.of(p)).step(0.25);
        assertThat(p.value().toArray()).containsExactly(4 - 0.25 * 2, 8 + 0.25 * 2);
    }

    private static Parameter floats(Role role) {
        return parameter(role, Tensor.of(SHAPE, 4f, 8f));
    }

    private static Parameter doubles(Role role) {
        return parameter(role, Tensor.of(SHAPE, 4.0, 8.0));
    }

    private static Parameter parameter(Role role, Tensor value) {
        return new Parameter("p", role, value, value.like(SHAPE));
    }

    private static void gradient(Parameter p, double first, double second) {
        p.gradient().set(0, first);
        p.gradient().set(1, second);
    }
}
