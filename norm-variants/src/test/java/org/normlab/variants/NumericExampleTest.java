package org.normlab.variants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.normlab.core.Affine;
import org.normlab.core.Epsilon;
import org.normlab.core.Normalized;
import org.normlab.core.RunningMoments;
import org.normlab.core.RunningRule;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;

/**
 * The smallest example that tells conventions apart: four examples of two features, each feature with variance 5.
 *
 * <p>The numbers were worked out in double from the formulas, and are written with the digits they are compared at.
 */
class NumericExampleTest {
    private static final Tensor X = Tensor.of(Shape.nc(4, 2), 1.0, 2, 3, 4, 5, 6, 7, 8);
    private static final double EPS = 1e-5;

    /** Half a unit of the twelfth decimal, to which the numbers are written. */
    private static final double WRITTEN = 0.5e-12 + 0x1p-50;

    private static BatchNorm layer(RunningRule rule, double epsilon) {
        return new BatchNorm(2, Affine.none(), Epsilon.inside(epsilon), rule, Single.ERROR);
    }

    private static double[] evaluated(RunningRule rule, double epsilon) {
        NormLayer layer = NormLayer.of(layer(rule, epsilon));
        layer.forward(X);
        return layer.eval().forward(X).output().toArray();
    }

    private static RunningMoments state(RunningRule rule) {
        NormLayer layer = NormLayer.of(layer(rule, EPS));
        layer.forward(X);
        return layer.running().orElseThrow();
    }

    private static void assertClose(double[] actual, double... expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(Math.abs(actual[i] - expected[i]))
                    .as("[%d]: %s instead of %s", i, actual[i], expected[i])
                    .isLessThanOrEqualTo(WRITTEN);
        }
    }

    @Test
    void trainingNormalizesByTheBatch() {
        Normalized pass = layer(RunningRule.TORCH, EPS).forward(X);
        assertThat(pass.moments().mean(0)).isEqualTo(4);
        assertThat(pass.moments().mean(1)).isEqualTo(5);
        assertThat(pass.moments().variance(0)).isEqualTo(5);
        double a = 1.341639444861;
        double b = 0.447213148287;
        assertClose(pass.output().toArray(), -a, -a, -b, -b, b, b, a, a);
    }

    @Test
    void theVarianceOfTheOutputIsBelowOne() {
        double[] y = layer(RunningRule.TORCH, EPS).forward(X).output().toArray();
        double first = (y[0] * y[0] + y[2] * y[2] + y[4] * y[4] + y[6] * y[6]) / 4;
        assertClose(new double[] {first}, 5 / (5 + EPS));
        assertClose(new double[] {first}, 0.999998000004);
    }

    @Test
    void aFreshLayerInEvaluationHardlyMovesItsInput() {
        double[] y = NormLayer.of(layer(RunningRule.TORCH, EPS))
                .eval()
                .forward(X)
                .output()
                .toArray();
        assertClose(
                y,
                0.999995000037,
                1.999990000075,
                2.999985000112,
                3.999980000150,
                4.999975000187,
                5.999970000225,
                6.999965000262,
                7.999960000300);
    }

    @Test
    void torchStoresTheUnbiasedVariance() {
        RunningMoments state = state(RunningRule.TORCH);
        assertClose(new double[] {state.mean(0), state.mean(1)}, 0.4, 0.5);
        assertClose(new double[] {state.variance(0), state.variance(1)}, 1.566666666667, 1.566666666667);
        double[] y = evaluated(RunningRule.TORCH, EPS);
        assertClose(new double[] {y[0], y[1]}, 0.479359747293, 1.198399368233);
        assertTenDecimals(
                y,
                0.4793597473,
                1.1983993682,
                2.0772255716,
                2.7962651925,
                3.6750913959,
                4.3941310169,
                5.2729572202,
                5.9919968412);
    }

    @Test
    void onnxStoresTheBiasedVariance() {
        RunningMoments state = state(RunningRule.ONNX);
        assertClose(new double[] {state.mean(0), state.mean(1)}, 0.4, 0.5);
        assertClose(new double[] {state.variance(0), state.variance(1)}, 1.4, 1.4);
        double[] y = evaluated(RunningRule.ONNX, EPS);
        assertClose(new double[] {y[0], y[1]}, 0.507090741802, 1.267726854505);
        assertTenDecimals(
                y,
                0.5070907418,
                1.2677268545,
                2.1973932145,
                2.9580293272,
                3.8876956871,
                4.6483317999,
                5.5779981598,
                6.3386342725);
    }

    /** Half a unit of the tenth decimal. */
    private static void assertTenDecimals(double[] actual, double... expected) {
        for (int i = 0; i < expected.length; i++) {
            assertThat(Math.abs(actual[i] - expected[i])).isLessThanOrEqualTo(0.5e-10 + 0x1p-50);
        }
    }

    @Test
    void kerasMovesByAHundredth() {
        RunningMoments state = state(RunningRule.KERAS);
        assertClose(new double[] {state.mean(0), state.variance(0)}, 0.04, 1.04);
        assertClose(new double[] {evaluated(RunningRule.KERAS, 1e-3)[0]}, 0.940905199082);
    }

    @Test
    void aPlainAverageTakesTheFirstBatchAsItIs() {
        RunningMoments state = state(RunningRule.CUMULATIVE);
        assertClose(new double[] {state.mean(0), state.variance(0)}, 4, 6.666666666667);
        assertClose(new double[] {evaluated(RunningRule.CUMULATIVE, EPS)[0]}, -1.161894132442);
    }

    @Test
    void aDebiasedAverageEvaluatesItsFirstBatchAsItWasTrained() {
        assertClose(new double[] {evaluated(RunningRule.DEBIASED, EPS)[0]}, -1.341639444861);
    }

    @Test
    void weightAndBiasOfTheBatchGiveTheInputBack() {
        Shape two = Shape.of("C", 2);
        double deviation = Math.sqrt(5 + EPS);
        assertClose(new double[] {deviation}, 2.236070213567);
        Affine affine =
                Affine.none().weight(Tensor.of(two, deviation, deviation)).bias(Tensor.of(two, 4.0, 5.0));
        BatchNorm norm = new BatchNorm(2, affine, Epsilon.inside(EPS), RunningRule.TORCH, Single.ERROR);
        double[] y = norm.forward(X).output().toArray();
        for (int i = 0; i < y.length; i++) {
            // the product of two roundings of a root, and a sum: four ulps of 8
            assertThat(Math.abs(y[i] - X.get(i))).isLessThanOrEqualTo(4 * Math.ulp(8.0));
        }
    }

    @Test
    void theStartIsForgottenSlowly() {
        NormLayer layer = NormLayer.of(layer(RunningRule.TORCH, EPS));
        for (int batch = 0; batch < 10; batch++) {
            layer.forward(X);
        }
        // 0.9^10 = 34.9 % of the start is left; the mean comes from 0 and goes to 4
        double left = Math.pow(0.9, 10);
        assertThat(left).isBetween(0.348, 0.349);
        RunningMoments state = layer.running().orElseThrow();
        assertClose(new double[] {state.mean(0)}, 4 * (1 - left));
        assertClose(new double[] {state.variance(0)}, left + 20.0 / 3 * (1 - left));
    }

    @Test
    void evaluationChangesNoState() {
        NormLayer layer = NormLayer.of(layer(RunningRule.TORCH, EPS));
        layer.forward(X);
        RunningMoments before = layer.running().orElseThrow();
        layer.eval().forward(X);
        RunningMoments after = layer.running().orElseThrow();
        assertThat(after.updates()).isEqualTo(1);
        assertThat(after.mean(0)).isEqualTo(before.mean(0));
        assertThat(after.variance(0)).isEqualTo(before.variance(0));
    }

    @Test
    void trainingNormalizesBeforeItUpdates() {
        NormLayer layer = NormLayer.of(layer(RunningRule.TORCH, EPS));
        double[] first = layer.forward(X).output().toArray();
        double[] second = layer.forward(X).output().toArray();
        assertThat(Arrays.equals(first, second)).isTrue();
        assertThat(layer.running().orElseThrow().updates()).isEqualTo(2);
    }
}
