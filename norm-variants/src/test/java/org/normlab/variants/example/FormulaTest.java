package org.normlab.variants.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.normlab.core.NormException;
import org.normlab.core.Normalized;
import org.normlab.core.Normalizer;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;
import org.normlab.core.check.GradientCheck;
import org.normlab.core.formula.Mask;
import org.normlab.variants.Data;
import org.normlab.variants.Variants;

/** Values of formulas that can be worked out by hand, and identities between variants. */
class FormulaTest {
    private static final Shape SHAPE = Shape.nchw(2, 3, 5, 7);
    private final Tensor x = Data.random(SHAPE);

    private static Normalizer make(String id, Shape shape, String... options) {
        Map<String, String> all = new TreeMap<>(Map.of("parameters", "float64"));
        for (String option : options) {
            all.put(option.split("=")[0], option.split("=")[1]);
        }
        return Variants.standard().create(id, shape, all);
    }

    private double[] output(String id, String... options) {
        return make(id, SHAPE, options).forward(x).output().toArray();
    }

    @Test
    void aWindowOverAllChannelsIsAPixel() {
        double[] window = output("local-response", "size=5", "k=0.25", "alpha=" + 5.0 / 3, "beta=0.5");
        assertThat(window).usingComparatorWithPrecision(1e-14).containsExactly(output("pixel", "eps=0.25"));
    }

    @Test
    void evenWindowsLieOnOppositeSides() {
        String[] options = {"size=2", "k=1", "alpha=2", "beta=1", "window=torch"};
        Tensor ones = Tensor.of(Shape.nc(1, 3), 1, 2, 1.0);
        double[] torch = make("local-response", ones.shape(), options)
                .forward(ones)
                .output()
                .toArray();
        options[4] = "window=onnx";
        double[] onnx = make("local-response", ones.shape(), options)
                .forward(ones)
                .output()
                .toArray();
        assertThat(torch).containsExactly(1.0 / 2, 2.0 / 6, 1.0 / 6);
        assertThat(onnx).containsExactly(1.0 / 6, 2.0 / 6, 1.0 / 2);
    }

    @Test
    void withoutWeightTheGlobalResponseIsTheIdentity() {
        assertThat(output("global-response")).isEqualTo(x.toArray());
    }

    @Test
    void scaleIsRmsByAnotherName() {
        double[] rms = output("rms", "eps=0");
        assertThat(output("scale", "eps=0")).usingComparatorWithPrecision(1e-14).containsExactly(rms);
    }

    @Test
    void pixelAndPositionalAreTheirRelativesOverChannels() {
        Shape flat = Shape.nc(5, 6);
        Tensor rows = Data.random(flat);
        assertThat(make("pixel", flat, "eps=1e-6").forward(rows).output().toArray())
                .isEqualTo(make("rms", flat).forward(rows).output().toArray());
        assertThat(output("positional", "eps=1e-6")).isEqualTo(output("channel-layer", "affine=off"));
    }

    @Test
    void normsOfKnownVectors() {
        Tensor v = Tensor.of(Shape.nc(1, 3), 3, -4, 0.0);
        assertThat(make("lp", v.shape(), "p=1").forward(v).output().get(1)).isEqualTo(-4.0 / 7);
        assertThat(make("lp", v.shape()).forward(v).output().get(0)).isCloseTo(0.6, within(1e-16));
        assertThat(make("lp", v.shape(), "p=3").forward(v).output().get(1))
                .isCloseTo(-4 / Math.cbrt(91), within(1e-15));
        Tensor zero = Tensor.of(v.shape(), new double[3]);
        Normalized onnx = make("lp", v.shape(), "zero=onnx").forward(zero);
        assertThat(onnx.backward(v).input().toArray()).containsOnly(0.0, -0.0);
        Normalized floor = make("lp", v.shape(), "eps=0.5").forward(zero);
        assertThat(floor.backward(v).input().get(0)).isEqualTo(6);
    }

    @Test
    void aThresholdCutsWhatIsBelow() {
        Normalizer norm = make("filter-response", SHAPE, "learn-eps=on");
        norm.parameters().get("tau").copyFrom(new double[] {50, -50, -60});
        norm.parameters().get("eps").copyFrom(new double[] {0.5, -0.5, 0.7}); // far from the kink of |ε|
        assertThat(norm.forward(x).output().toArray()[0]).isEqualTo(50);
        assertThat(GradientCheck.ofForward(4).check(norm, x).passes()).isTrue();
        Tensor flat = Data.random(Shape.nchw(4, 3, 1, 1));
        assertThatThrownBy(() -> make("filter-response", flat.shape()).forward(flat))
                .isInstanceOfSatisfying(
                        NormException.class, e -> assertThat(e.kind()).isEqualTo(NormException.Kind.TOO_FEW));
    }

    @Test
    void partsOffsetsAndMachineEpsilonsOfRms() {
        Shape flat = Shape.nc(3, 8);
        Tensor rows = Data.random(flat);
        assertThat(make("rms", flat, "partial=1").forward(rows).output().toArray())
                .usingComparatorWithPrecision(1e-15)
                .containsExactly(make("rms", flat).forward(rows).output().toArray());
        Normalizer part = make("rms", flat, "partial=0.3");
        assertThat(GradientCheck.ofForward(4).check(part, rows).passes()).isTrue();
        assertThat(make("rms", flat, "unit-offset=on").forward(rows).output().toArray())
                .isEqualTo(make("rms", flat).forward(rows).output().toArray());
        assertThat(make("rms", flat, "eps=machine").forward(rows).output().toArray())
                .isEqualTo(make("rms", flat, "eps=" + 0x1p-52)
                        .forward(rows)
                        .output()
                        .toArray());
    }

    @Test
    void partsAreOfTheLastAxisAlone() {
        assertThatThrownBy(() -> make("rms", SHAPE, "partial=0.5", "axes=1").forward(x))
                .isInstanceOfSatisfying(
                        NormException.class, e -> assertThat(e.argument()).isEqualTo("partial"));
        Normalizer joint = make("rms", SHAPE, "partial=0.5", "axes=2,3", "affine=off", "eps=0");
        double[] y = joint.forward(x).output().toArray();
        double square = 0;
        for (int row = 0; row < 5; row++) {
            for (int column = 0; column < 3; column++) {
                square += x.get(row * 7 + column) * x.get(row * 7 + column) / 15;
            }
        }
        assertThat(y[34]).isCloseTo(x.get(34) / Math.sqrt(square), within(1e-14));
    }

    /** The mean of what counts among the first elements, however many of the others count. */
    @Test
    void aMaskAlongTheLastAxisLeavesFewerOfThePart() {
        Shape flat = Shape.of("NT", 2, 8);
        Normalizer part = Mask.lengths(flat, 3, 8).on(make("rms", flat, "partial=0.5", "eps=0", "affine=off"));
        double[] y = part.forward(Tensor.of(flat, 3, 4, 5, 9, 9, 9, 9, 9, 1, 1, 1, 1, 7, 7, 7, 7.0))
                .output()
                .toArray();
        assertThat(y[1]).isCloseTo(4 / Math.sqrt(50 / 3.0), within(1e-15));
        assertThat(y[15]).isEqualTo(7);
        assertThat(GradientCheck.ofForward(4).check(part, Data.random(flat)).passes())
                .isTrue();
    }

    @Test
    void theMachineEpsilonIsThatOfTheTypeUnderAMaskToo() {
        Shape flat = Shape.ntc(2, 3, 5);
        Mask mask = Mask.lengths(flat, 3, 2);
        Tensor narrow = Tensor.of(flat, new float[flat.count()]);
        Data.random(flat).copyTo(narrow);
        for (int i = 0; i < flat.count(); i++) {
            narrow.set(i, narrow.get(i) * 1e-4);
        }
        Normalizer machine = make("rms", flat, "eps=machine");
        Normalizer named = make("rms", flat, "eps=" + 0x1p-23);
        assertThat(mask.on(machine).forward(narrow).output().toArray())
                .isEqualTo(mask.on(named).forward(narrow).output().toArray());
        assertThat(mask.on(machine).forward(narrow).backward(narrow).input().toArray())
                .isEqualTo(
                        mask.on(named).forward(narrow).backward(narrow).input().toArray());
    }

    @Test
    void aConditionOfOnesIsTheBase() {
        assertThat(output("adaptive", "style=adain")).isEqualTo(output("instance"));
        assertThat(output("adaptive", "style=adaln", "unit-offset=on"))
                .isEqualTo(output("channel-layer", "affine=off"));
        assertThat(output("adaptive", "style=film")).isEqualTo(x.toArray());
    }

    @Test
    void meansAndDeviationsOfPositionsPassGradients() {
        PositionalNorm norm = new PositionalNorm(org.normlab.core.Epsilon.inside(1e-5));
        Tensor v = Data.random(Shape.nc(1, 4));
        Normalized pass = norm.forward(v);
        double h = 0x1p-20;
        double[] deviations = norm.deviations(pass.moments());
        Tensor dx = norm.backward(pass, v.like(v.shape()), new double[] {2}, new double[] {3});
        double before = 2 * pass.moments().mean(0) + 3 * deviations[0];
        v.set(1, v.get(1) + h);
        Normalized moved = norm.forward(v);
        double after = 2 * moved.moments().mean(0) + 3 * norm.deviations(moved.moments())[0];
        // a one-sided difference errs by h times a curvature near 1
        assertThat(dx.get(1)).isCloseTo((after - before) / h, within(1e-5));
    }
}
