package org.normlab.variants.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.normlab.core.Gradients;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;

/** What an output does not depend on: other statistics, other examples, and where its tensor lies in memory. */
public interface IndependenceLaws extends Subject {

    /** Law 19: moving one element changes no bit outside its statistic. */
    @Property(tries = NormalizerContract.TRIES)
    default void law19_otherStatisticsDoNotMove(@ForAll("samples") Sample sample) {
        Trial trial = Trial.of(this, sample);
        int moved = (int) (sample.setting().seed() % trial.count());
        Tensor before = trial.forward().output();
        Tensor x = trial.x().copy();
        x.set(moved, x.get(moved) + 3);
        Tensor after = trial.normalizer().forward(x).output();
        for (int i : trial.strangers(moved)) {
            assertThat(after.get(i)).as("element %d when %d moves", i, moved).isEqualTo(before.get(i));
        }
    }

    /** Law 19: an example alone gives the bits that it gives in a batch, at any offset of its array. */
    @Property(tries = NormalizerContract.TRIES)
    default void law19_anExampleAloneGivesTheSameBits(@ForAll("samples") Sample sample) {
        if (departs(Departure.MIXES_EXAMPLES) || departs(Departure.PARAMETERS_BY_EXAMPLE)) {
            return;
        }
        Tensor x = sample.x();
        Tensor batch = subject(sample.setting()).forward(x).output();
        int[] sizes = sample.shape().sizes();
        int length = sample.shape().count() / sizes[0];
        sizes[0] = 1;
        Shape one = Shape.of(sample.shape().layout(), sizes);
        for (int n = 0; n < sample.shape().size(0); n++) {
            double[] part = Arrays.copyOfRange(x.toArray(), n * length, (n + 1) * length);
            Tensor alone = sample.setting().precision().tensor(one, part);
            Tensor y = subject(sample.setting().shape(one)).forward(alone).output();
            for (int i = 0; i < length; i++) {
                assertThat(y.get(i)).isEqualTo(batch.get(n * length + i));
            }
        }
    }

    /** A value that is not finite makes its own statistic NaN, and no other. */
    @Property(tries = NormalizerContract.TRIES)
    default void notANumberStaysInItsStatistic(@ForAll("samples") Sample sample, @ForAll("notFinite") double value) {
        if (departs(Departure.STATE_FIRST)) {
            return;
        }
        Trial trial = Trial.of(this, sample);
        int poisoned = (int) (sample.setting().seed() % trial.count());
        Tensor before = trial.forward().output();
        Tensor x = trial.x().copy();
        x.set(poisoned, value);
        Tensor after = trial.normalizer().forward(x).output();
        trial.strangers(poisoned).forEach(i -> assertThat(after.get(i)).isEqualTo(before.get(i)));
        if (!departs(Departure.NO_STATISTIC) && !departs(Departure.SEVERAL_STATISTICS)) {
            trial.slices()
                    .members(trial.slices().number(poisoned))
                    .forEach(i -> assertThat(after.get(i))
                            .as("element %d where element %d is %s", i, poisoned, value)
                            .isNaN());
        }
    }

    /** Values that are not finite. */
    @Provide
    default Arbitrary<Double> notFinite() {
        return Arbitraries.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
    }

    /** Law 20: a part of a larger array gives the bits of a packed copy, forward and backward. */
    @Property(tries = NormalizerContract.TRIES)
    default void law20_anOffsetViewGivesTheSameBits(@ForAll("samples") Sample sample) {
        int offset = (int) (sample.setting().seed() % 18);
        Trial trial = Trial.of(this, sample);
        Tensor x = inside(sample.x(), offset);
        Tensor dy = inside(sample.dy(), 17 - offset);
        Tensor y = inside(sample.dy(), offset / 2);
        Bits.assertSame(
                trial.normalizer().forward(x, y).output(), trial.forward().output());
        Bits.assertSame(
                trial.normalizer().forward(x).backward(dy), trial.forward().backward(sample.dy()));
    }

    private static Tensor inside(Tensor tensor, int offset) {
        int count = tensor.shape().count();
        Tensor part = tensor.isFloat32()
                ? Tensor.of(tensor.shape(), new float[offset + count + 3], offset)
                : Tensor.of(tensor.shape(), new double[offset + count + 3], offset);
        tensor.copyTo(part);
        return part;
    }

    /** Law 20: channels first and channels last agree within y's and the gradients' bounds; parameters go with their coordinates. */
    @Property(tries = NormalizerContract.TRIES)
    default void law20_memoryLayoutsAgree(@ForAll("samples") Sample sample) {
        if (departs(Departure.TRAILING_AXES)) {
            return;
        }
        Shape other = turned(sample.shape());
        Tensor x = sample.x().to(other);
        Sample turned = sample.setting(sample.setting().shape(other));
        Trial trial = Trial.of(this, turned, x);
        Tensor dy = sample.dy();
        Gradients gradients = trial.forward().backward(dy.to(other));
        Gradients mixed = trial.forward().backward(dy);
        Bits.assertSame(mixed, gradients);
        if (departs(Departure.OWN_FORMULA)) {
            return;
        }
        trial.assertOutput(trial.forward().output());
        trial.assertGradients(gradients, dy.to(other));
        Tensor back = subject(sample.setting()).forward(sample.x()).output().to(other);
        trial.assertOutput(back);
    }

    /** Law 20 where no oracle gives bounds: channels first and channels last agree on small sums. */
    @Property(tries = NormalizerContract.TRIES)
    default void law20_memoryLayoutsAgreeWithoutAnOracle(@ForAll("dyadic") Sample sample) {
        if (!departs(Departure.OWN_FORMULA) || departs(Departure.TRAILING_AXES) || departs(Departure.WEIGHTS)) {
            return;
        }
        Sample wide = sample.precision(Precision.FLOAT64);
        Shape other = turned(wide.shape());
        Tensor expected = subject(wide.setting()).forward(wide.x()).output();
        Tensor actual = subject(wide.setting().shape(other))
                .forward(wide.x().to(other))
                .output()
                .to(wide.shape());
        double largest = Arrays.stream(expected.toArray()).map(Math::abs).max().orElse(0);
        for (int i = 0; i < expected.shape().count(); i++) {
            // 700 roundings of a sum in another order, each 2⁻⁵³ of what it may reach, and as many of a second
            // statistic
            assertThat(Math.abs(actual.get(i) - expected.get(i))).isLessThanOrEqualTo(1400 * 0x1p-53 * largest);
        }
    }

    /** The same axes with C moved from the front to the back or the reverse. */
    private static Shape turned(Shape shape) {
        String rest = shape.layout().substring(1).replace("C", "");
        String layout = shape.layout().endsWith("C") ? "NC" + rest : "N" + rest + "C";
        return Shape.of(layout, layout.chars().map(c -> shape.size((char) c)).toArray());
    }
}
