package org.normlab.variants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.normlab.core.Affine;
import org.normlab.core.Epsilon;
import org.normlab.core.Gradients;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.core.Normalized;
import org.normlab.core.Normalizer;
import org.normlab.core.RunningMoments;
import org.normlab.core.RunningRule;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;

/** The exact outcome where there is too little to normalize, and the words of each refusal. */
class DegenerateShapesTest {
    private static final Affine BIASED =
            Affine.identity(Affine.Scope.CHANNEL, 3).bias(Tensor.of(Shape.of("C", 3), 0.5f, -1.25f, 0.1f));

    private static Tensor ramp(Shape shape) {
        float[] values = new float[shape.count()];
        for (int i = 0; i < values.length; i++) {
            values[i] = i * i - 3;
        }
        return Tensor.of(shape, values);
    }

    private static NormException refused(ThrowingCallable call, Kind kind) {
        NormException[] caught = new NormException[1];
        assertThatThrownBy(call).isInstanceOfSatisfying(NormException.class, e -> caught[0] = e);
        assertThat(caught[0].kind()).isEqualTo(kind);
        return caught[0];
    }

    private static BatchNorm batch(RunningRule rule, Single single) {
        return new BatchNorm(3, BIASED, Epsilon.inside(1e-5), rule, single);
    }

    @Test
    void aBatchOfOneValueAChannelIsRefusedUnderEveryRule() {
        for (RunningRule rule : new RunningRule[] {RunningRule.TORCH, RunningRule.ONNX, RunningRule.CUMULATIVE}) {
            NormException e = refused(() -> batch(rule, Single.ERROR).forward(ramp(Shape.nc(1, 3))), Kind.TOO_FEW);
            assertThat(e).hasMessageContaining("NC 1x3");
            refused(() -> batch(rule, Single.ERROR).forward(ramp(Shape.nchw(1, 3, 1, 1))), Kind.TOO_FEW);
        }
    }

    @Test
    void aSingleValueMayGiveTheBiasAndLeaveTheStateAlone() {
        NormLayer layer = NormLayer.of(batch(RunningRule.TORCH, Single.BIAS));
        layer.forward(ramp(Shape.nc(4, 3)));
        RunningMoments before = layer.running().orElseThrow();
        Normalized pass = layer.forward(ramp(Shape.nc(1, 3)));
        assertBias(pass, new double[] {0.5f, -1.25f, 0.1f});
        RunningMoments after = layer.running().orElseThrow();
        assertThat(after.updates()).isEqualTo(1);
        for (int c = 0; c < 3; c++) {
            assertThat(after.mean(c)).isEqualTo(before.mean(c));
            assertThat(after.variance(c)).isEqualTo(before.variance(c));
        }
    }

    /** Zero of either sign. */
    private static void assertZero(Tensor tensor) {
        for (double value : tensor.toArray()) {
            assertThat(value).isZero();
        }
    }

    /** y = bias, dx = 0, dweight = 0, dbias = Σdy. */
    private static void assertBias(Normalized pass, double[] bias) {
        assertThat(pass.output().toArray()).isEqualTo(bias);
        Tensor dy = ramp(pass.output().shape());
        Gradients gradients = pass.backward(dy);
        assertZero(gradients.input());
        assertZero(gradients.parameter("weight"));
        assertThat(gradients.parameter("bias").toArray()).isEqualTo(dy.toArray());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void oneSpatialPositionIsRefusedByInstanceNormWhateverTheBatch(int examples) {
        NormException e = refused(() -> InstanceNorm.of(3).forward(ramp(Shape.nchw(examples, 3, 1, 1))), Kind.TOO_FEW);
        assertThat(e).hasMessageContaining("[2, 3]");
        refused(() -> InstanceNorm.of(3).forward(ramp(Shape.ntc(examples, 1, 3))), Kind.TOO_FEW);
    }

    @Test
    void oneSpatialPositionMayGiveTheBias() {
        Normalizer norm = new InstanceNorm(3, BIASED, Epsilon.inside(1e-5), Single.BIAS);
        assertBias(norm.forward(ramp(Shape.ncl(1, 3, 1))), new double[] {0.5f, -1.25f, 0.1f});
    }

    @Test
    void oneValueAGroupGivesTheBias() {
        Normalizer norm = new GroupNorm(3, 3, BIASED, Epsilon.inside(1e-5));
        assertBias(norm.forward(ramp(Shape.nc(1, 3))), new double[] {0.5f, -1.25f, 0.1f});
    }

    @Test
    void layerNormOverOneValueGivesTheBias() {
        Affine one = Affine.identity(Affine.Scope.ELEMENT, 1).bias(Tensor.of(Shape.of("C", 1), 0.75f));
        Normalizer norm = new LayerNorm(Extent.trailing(1), one, Epsilon.inside(1e-5));
        Tensor millions = Tensor.of(Shape.nc(2, 1), 1e6f, -3e6f);
        Normalized pass = norm.forward(millions);
        assertThat(pass.output().toArray()).containsExactly(0.75, 0.75);
        assertThat(pass.backward(millions).parameter("weight").get(0)).isZero();
    }

    @Test
    void twoValuesAreOppositeAndNearlyWithoutGradient() {
        Tensor x = Tensor.of(Shape.nc(1, 2), 1.0, 5.0);
        Normalized pass = new LayerNorm(Extent.trailing(2), Affine.none(), Epsilon.inside(1e-5)).forward(x);
        // v = 4: x̂ = ±√(4/(4 + ε))
        assertThat(pass.output().get(1)).isEqualTo(-pass.output().get(0)).isEqualTo(2 / Math.sqrt(4 + 1e-5));
        double dx = pass.backward(Tensor.of(Shape.nc(1, 2), 1.0, 0.0)).input().get(0);
        // (q − mean q)·r·ε/(v + ε) with q − mean q = ½; the two other terms cancel to their last digits
        assertThat(Math.abs(dx - 0.5 * 0.5 * 1e-5 / 4)).isLessThan(1e-11);
    }

    @Test
    void zeroVarianceAndZeroEpsilonGiveTheBiasInEveryVariant() {
        Tensor x = Tensor.of(Shape.ncl(2, 3, 2), new float[12]);
        Epsilon nothing = Epsilon.inside(0);
        Normalizer[] all = {
            new BatchNorm(3, BIASED, nothing, RunningRule.TORCH, Single.ERROR),
            new LayerNorm(new Extent.Example(), BIASED, nothing),
            new InstanceNorm(3, BIASED, nothing, Single.ERROR),
            new GroupNorm(3, 1, BIASED, nothing),
            new RmsNorm(new Extent.Named(List.of(-1)), BIASED, nothing),
            new FrozenNorm(
                    RunningMoments.of(RunningRule.TORCH, new double[3], new double[3], 1), BIASED, Epsilon.outside(0))
        };
        for (Normalizer norm : all) {
            Normalized pass = norm.forward(x);
            double[] expected = new double[12];
            Arrays.setAll(expected, i -> BIASED.bias().orElseThrow().get(i / 2 % 3));
            assertThat(pass.output().toArray()).as(norm.name()).isEqualTo(expected);
            assertZero(pass.backward(ramp(x.shape())).input());
        }
    }

    @Test
    void aZeroSliceWithoutCentringHasAGradientOfOneOverRootEpsilon() {
        Normalizer rms = new RmsNorm(Extent.trailing(4), Affine.none(), Epsilon.inside(1e-6));
        Normalized pass = rms.forward(Tensor.of(Shape.nc(1, 4), new double[4]));
        assertThat(pass.output().toArray()).containsOnly(0.0);
        double[] dx =
                pass.backward(Tensor.of(Shape.nc(1, 4), 1.0, 2, 3, 4)).input().toArray();
        for (int i = 0; i < 4; i++) {
            // one root, one division, one product
            assertThat(Math.abs(dx[i] - (i + 1) / Math.sqrt(1e-6))).isLessThanOrEqualTo(4 * Math.ulp(dx[i]));
        }
    }

    @Test
    void anEmptyDimensionGivesNothingAndLeavesTheCounterAlone() {
        for (RunningRule rule : new RunningRule[] {RunningRule.TORCH, RunningRule.CUMULATIVE}) {
            for (Shape shape : new Shape[] {Shape.nc(0, 3), Shape.ncl(2, 3, 0), Shape.nchw(0, 3, 0, 2)}) {
                NormLayer layer = NormLayer.of(batch(rule, Single.ERROR));
                Normalized pass = layer.forward(ramp(shape));
                assertThat(pass.output().shape()).isEqualTo(shape);
                assertThat(pass.backward(ramp(shape)).parameter("bias").toArray())
                        .containsOnly(0.0);
                RunningMoments state = layer.running().orElseThrow();
                assertThat(state.updates()).isZero();
                assertThat(state.mean(0)).isZero();
                assertThat(state.variance(0)).isOne();
                assertThat(pass.moments().count(0)).isZero();
            }
        }
    }

    @Test
    void float64BeyondItsRangeIsNotANumberAndNotZero() {
        Tensor x = Tensor.of(Shape.nc(2, 3), -1e160, 1e160, 3e160, 1, 2, 4);
        double[] y = new LayerNorm(Extent.trailing(3), Affine.none(), Epsilon.inside(1e-5))
                .forward(x)
                .output()
                .toArray();
        assertThat(Arrays.copyOf(y, 3)).containsOnly(Double.NaN);
        assertThat(Arrays.copyOfRange(y, 3, 6)).doesNotContain(Double.NaN);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 31, 4, Integer.MIN_VALUE})
    void groupsMustDivideTheChannels(int groups) {
        NormException e = refused(() -> GroupNorm.of(30, groups), Kind.OPTION);
        assertThat(e)
                .hasMessageContaining("GroupNorm")
                .hasMessageContaining("groups")
                .hasMessageContaining(String.valueOf(groups))
                .hasMessageContaining("30, 15, 10, 6, 5, 3, 2 or 1");
    }

    @Test
    void derivedGroupsAlwaysDivide() {
        for (int channels = 1; channels <= 4096; channels++) {
            assertThat(channels % GroupNorm.groupsFor(channels)).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1e-5, Double.NaN, 1e-301, 1e31, Double.POSITIVE_INFINITY, -0.5})
    void epsilonOutsideOfItsRangeIsRefused(double epsilon) {
        assertThat(refused(() -> Epsilon.inside(epsilon), Kind.OPTION).value()).isEqualTo(String.valueOf(epsilon));
        refused(() -> Epsilon.outside(epsilon), Kind.OPTION);
    }

    @Test
    void axesOutOfRangeOrTwiceAreRefused() {
        Tensor x = ramp(Shape.nc(2, 3));
        for (int axis : new int[] {2, 99, -3, -99}) {
            refused(() -> named(axis).forward(x), Kind.OPTION);
        }
        refused(() -> named(-1, 1).forward(x), Kind.OPTION);
        refused(() -> named().forward(x), Kind.OPTION);
        Tensor three = ramp(Shape.ntc(2, 5, 3));
        assertThat(named(-1, 1).forward(three).output().toArray())
                .isEqualTo(named(1, 2).forward(three).output().toArray());
    }

    private static LayerNorm named(Integer... axes) {
        return new LayerNorm(new Extent.Named(List.of(axes)), Affine.none(), Epsilon.inside(1e-5));
    }

    @Test
    void parametersOfAnotherLengthAreRefused() {
        for (int length : new int[] {9, 11}) {
            Tensor wrong = ramp(Shape.of("C", length));
            Affine weight = Affine.none().weight(wrong);
            Affine bias = Affine.none().bias(wrong);
            for (Affine affine : new Affine[] {weight, bias}) {
                Normalizer norm = new BatchNorm(10, affine, Epsilon.inside(1e-5), RunningRule.TORCH, Single.ERROR);
                refused(() -> norm.forward(ramp(Shape.nc(2, 10))), Kind.SHAPE);
            }
            RunningMoments running = RunningMoments.start(length, RunningRule.TORCH);
            refused(() -> BatchNorm.of(10).frozen(running).forward(ramp(Shape.nc(2, 10))), Kind.SHAPE);
        }
    }

    @Test
    void anOutputMayBeTheInputButNotAPartOfIt() {
        float[] memory = new float[20];
        Shape shape = Shape.nc(2, 3);
        Tensor x = Tensor.of(shape, memory, 4);
        Tensor shifted = Tensor.of(shape, memory, 6);
        refused(() -> BatchNorm.of(3).forward(x, shifted), Kind.OPTION);
        assertThat(BatchNorm.of(3)
                        .forward(x, Tensor.of(shape, memory, 10))
                        .output()
                        .offset())
                .isEqualTo(10);
    }

    @Test
    void channelsAreDeclaredAndHeldTo() {
        for (int channels : new int[] {0, -1}) {
            refused(() -> BatchNorm.of(channels), Kind.OPTION);
            refused(() -> InstanceNorm.of(channels), Kind.OPTION);
            refused(() -> GroupNorm.of(channels, 1), Kind.OPTION);
        }
        refused(() -> BatchNorm.of(4).forward(ramp(Shape.nc(2, 3))), Kind.SHAPE);
        refused(() -> InstanceNorm.of(4).forward(ramp(Shape.ncl(2, 3, 5))), Kind.SHAPE);
        refused(() -> GroupNorm.of(4, 2).forward(ramp(Shape.nc(2, 3))), Kind.SHAPE);
    }
}
