package org.normlab.variants.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.normlab.core.Epsilon;
import org.normlab.core.Tensor;

/** What a normalization does not see: scale, offset and order. */
public interface SymmetryLaws extends Subject {

    /** Law 3: norm(a·x+b; a²ε) ≈ sign(a)·norm(x; ε), with another b for each statistic; inputs are exact, so y's bounds suffice. */
    @Property(tries = NormalizerContract.TRIES)
    default void law3_scaleAndOffsetVanish(
            @ForAll("dyadic") Sample sample,
            @ForAll @IntRange(min = -9, max = 9) int a,
            @ForAll @IntRange(max = 900) int b) {
        if (departs(Departure.NO_STATISTIC) || departs(Departure.OWN_FORMULA) || a == 0) {
            return;
        }
        Sample plain = sample.plain();
        Trial before = Trial.of(this, plain);
        Tensor moved = before.x().copy();
        for (int i = 0; i < before.count(); i++) {
            int offset = departs(Departure.NO_CENTRING)
                    ? 0
                    : b * (1 + before.slices().number(i) % 5);
            moved.set(i, a * before.x().get(i) + offset);
        }
        Trial after = Trial.of(this, scaled(plain, a), moved);
        Tensor expected = before.forward().output();
        Tensor actual = after.forward().output();
        for (int i = 0; i < before.count(); i++) {
            assertThat(Math.abs(actual.get(i) - Math.signum(a) * expected.get(i)))
                    .isLessThanOrEqualTo(
                            before.bounds().output(i) + after.bounds().output(i));
        }
    }

    /** Law 3 bit for bit where a is a power of two, of either sign. */
    @Property(tries = NormalizerContract.TRIES)
    default void law3_powersOfTwoVanishExactly(
            @ForAll("samples") Sample sample, @ForAll @IntRange(min = -20, max = 20) int exponent) {
        if (departs(Departure.NO_STATISTIC) || departs(Departure.OWN_FORMULA)) {
            return;
        }
        // subnormal inputs lose bits when they are scaled
        assumeThat(sample.values()).isNotIn(Values.DENORMAL, Values.SUBNORMAL);
        double a = Math.scalb(exponent % 2 == 0 ? 1.0 : -1.0, exponent);
        Sample plain = sample.plain();
        Tensor x = plain.x();
        Tensor moved = x.copy();
        for (int i = 0; i < x.shape().count(); i++) {
            moved.set(i, a * x.get(i));
        }
        Tensor expected = subject(plain.setting()).forward(x).output();
        Tensor actual = subject(scaled(plain, a).setting()).forward(moved).output();
        for (int i = 0; i < x.shape().count(); i++) {
            // == because a zero may change its sign
            assertThat(actual.get(i) == Math.signum(a) * expected.get(i))
                    .as("element %d: %s instead of %s", i, actual.get(i), expected.get(i))
                    .isTrue();
        }
    }

    private static Sample scaled(Sample sample, double a) {
        Epsilon epsilon = sample.setting().epsilon();
        double factor = epsilon.place() == Epsilon.Place.INSIDE ? a * a : Math.abs(a);
        return sample.setting(sample.setting().epsilon(new Epsilon(epsilon.value() * factor, epsilon.place())));
    }

    /** Law 4: exchanging examples, positions or whole groups exchanges outputs. */
    @Property(tries = NormalizerContract.TRIES)
    default void law4_orderDoesNotMatter(@ForAll("samples") Sample sample) {
        if (departs(Departure.NO_STATISTIC) || departs(Departure.OWN_FORMULA)) {
            return;
        }
        Trial before = Trial.of(this, sample.plain());
        for (int axis = departs(Departure.ORDERED_EXAMPLES) ? 1 : 0;
                axis < sample.shape().rank();
                axis++) {
            int[] origin = exchanged(sample, axis);
            Tensor permuted = before.x().copy();
            for (int i = 0; i < origin.length; i++) {
                permuted.set(i, before.x().get(origin[i]));
            }
            Trial after = Trial.of(this, sample.plain(), permuted);
            Tensor expected = before.forward().output();
            Tensor actual = after.forward().output();
            for (int i = 0; i < origin.length; i++) {
                assertThat(Math.abs(actual.get(i) - expected.get(origin[i])))
                        .as("axis %d, element %d", axis, i)
                        .isLessThanOrEqualTo(2 * after.bounds().output(i));
            }
        }
    }

    /** Where each element comes from when the positions of one axis are shuffled, channels by whole groups. */
    private static int[] exchanged(Sample sample, int axis) {
        char letter = sample.shape().layout().charAt(axis);
        int block =
                letter == 'C' ? sample.setting().channels() / sample.setting().groups() : 1;
        int[] order =
                shuffled(sample.shape().size(axis) / block, sample.setting().seed());
        int[] origin = new int[sample.shape().count()];
        int stride = sample.shape().stride(letter);
        for (int i = 0; i < origin.length; i++) {
            int at = new Place(sample.shape(), i).at(letter);
            int from = order[at / block] * block + at % block;
            origin[i] = i + (from - at) * stride;
        }
        return origin;
    }

    private static int[] shuffled(int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
