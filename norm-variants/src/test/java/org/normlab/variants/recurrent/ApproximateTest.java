package org.normlab.variants.recurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.normlab.core.Gradients;
import org.normlab.core.Normalized;
import org.normlab.core.Shape;
import org.normlab.core.Stateful;
import org.normlab.core.Tensor;
import org.normlab.core.formula.Mask;
import org.normlab.variants.Data;
import org.normlab.variants.Variants;

/** One step of the published updates, worked out by hand. */
class ApproximateTest {
    private static final Shape SHAPE = Shape.nc(2, 1);
    private final Tensor x = Tensor.of(SHAPE, 3, -1.0);
    private final Tensor dy = Tensor.of(SHAPE, 1, 2.0);

    private static Stateful make(String id, String option, String value) {
        Map<String, String> options = new HashMap<>(Map.of("parameters", "float64", "eps", "0"));
        options.put(option, value);
        return (Stateful) Variants.standard().create(id, SHAPE, options);
    }

    @Test
    void onlineNormalizesByTheExamplesBefore() {
        Stateful norm = make("online", "forward-decay", "0.5");
        norm.keep(Map.of("v", Tensor.of(Shape.of("C", 1), new double[] {1})));
        Normalized pass = norm.forward(x);
        // before: (0, 1); after 3: variance 0.5 + 0.25·9, mean 1.5
        assertThat(pass.output().get(0)).isEqualTo(3);
        assertThat(pass.output().get(1)).isCloseTo((-1 - 1.5) / Math.sqrt(2.75), within(1e-15));
        assertThat(pass.state().get("mean").get(0)).isEqualTo(0.25);
        assertThat(norm.state().get("mean").get(0)).isZero();
        Gradients gradients = pass.backward(dy);
        // h = 1 − 0.01·1·3
        assertThat(gradients.input().get(0)).isCloseTo(0.97, within(1e-15));
        double v = 1 + 0.97 * 3;
        double second = (2 - 0.01 * v * pass.output().get(1)) / Math.sqrt(2.75) - 0.01 * 0.97;
        assertThat(gradients.input().get(1)).isCloseTo(second, within(1e-15));
        assertThat(gradients.state().get("u").get(0)).isCloseTo(0.97 + second, within(1e-15));
    }

    @Test
    void onlineAppliesWeightAndBiasOnce() {
        Stateful norm = make("online", "guard", "none");
        norm.parameters().get("weight").set(0, 2);
        norm.parameters().get("bias").set(0, 0.5);
        Normalized pass = norm.forward(x);
        assertThat(pass.output().get(0)).isEqualTo(2 * 3 + 0.5);
        // the first example meets the averages that evaluation reads
        assertThat(norm.evaluation().forward(x).output().get(0)).isEqualTo(2 * 3 + 0.5);
        Gradients gradients = pass.backward(dy);
        assertThat(gradients.input().get(0)).isEqualTo(2);
        double second = (pass.output().get(1) - 0.5) / 2;
        assertThat(gradients.parameter("weight").get(0)).isCloseTo(3 + 2 * second, within(1e-15));
        assertThat(gradients.parameter("bias").get(0)).isEqualTo(3);
    }

    @Test
    void powerUsesTheBatchFirstAndItsAverageLater() {
        Stateful norm = make("power", "warmup", "0");
        norm.keep(Map.of("running_phi", Tensor.of(Shape.of("C", 1), new double[] {4})));
        Normalized pass = norm.forward(x);
        // one channel is its own group, so x₁ = ±1, and the batch has φ = 1
        assertThat(pass.output().toArray()).containsExactly(0.5, -0.5);
        assertThat(pass.state().get("running_phi").get(0)).isCloseTo(0.9 * 4 + 0.1, within(1e-15));
        Gradients gradients = pass.backward(dy);
        assertThat(gradients.state().get("ema_gz").get(0)).isCloseTo((1 * 0.5 - 2 * 0.5) / 2, within(1e-15));
        // a sign alone passes no gradient
        assertThat(gradients.input().toArray())
                .usingComparatorWithPrecision(1e-15)
                .containsExactly(0, 0);
        assertThat(make("power", "warmup", "5").forward(x).output().toArray()).containsExactly(1, -1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"power", "online"})
    void aGradientThatIsNotFiniteMovesNoAverage(String id) {
        Stateful norm = make(id, "parameters", "float32");
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, 1e300}) {
            Tensor wrong = Tensor.of(SHAPE, 1, bad);
            assertThat(norm.forward(x).backward(wrong).state()).as("%s", bad).isEmpty();
        }
        assertThat(norm.forward(x).backward(dy).state()).isNotEmpty();
    }

    @Test
    void powerLeavesChannelsOfWhichNothingCounts() {
        Shape two = Shape.nc(3, 2);
        Stateful norm = (Stateful) Variants.standard().create("power", two, Map.of("warmup", "0"));
        norm.keep(Map.of("running_phi", Tensor.of(Shape.of("C", 2), new double[] {4, 5})));
        Tensor values = Data.random(two);
        Mask first = Mask.of(two, Shape.of("C", 2), true, false);
        double[] phi = first.on(norm).forward(values).state().get("running_phi").toArray();
        assertThat(phi[0]).isNotEqualTo(4);
        assertThat(phi[1]).isEqualTo(5);
        Mask none = Mask.of(two, Shape.of("C", 2), false, false);
        assertThat(none.on(norm).forward(values).state()).isEmpty();
    }
}
