package org.normlab.variants.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.normlab.core.Gradients;
import org.normlab.core.NormException;
import org.normlab.core.Normalized;
import org.normlab.core.Normalizer;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;

/** Shapes with nothing or a single value to normalize. */
public interface DegenerateLaws extends Subject {

    /** A batch without examples gives an empty output and gradients of zero. */
    @Property(tries = NormalizerContract.FEW)
    default void anEmptyBatchGivesNothing(@ForAll("samples") Sample sample) {
        int[] sizes = sample.shape().sizes();
        sizes[0] = 0;
        Shape empty = Shape.of(sample.shape().layout(), sizes);
        Normalizer normalizer = subject(sample.setting().shape(empty));
        Normalized pass = normalizer.forward(sample.x().like(empty));
        assertThat(pass.output().shape()).isEqualTo(empty);
        for (int s = 0; s < pass.moments().size(); s++) {
            assertThat(pass.moments().count(s)).isZero();
            if (!departs(Departure.NO_STATISTIC)) {
                assertThat(pass.moments().mean(s)).isZero();
            }
        }
        Gradients gradients = pass.backward(sample.x().like(empty));
        assertThat(gradients.input().shape()).isEqualTo(empty);
        assertThat(gradients.parameters().keySet())
                .isEqualTo(normalizer.parameters().keySet());
        gradients
                .parameters()
                .forEach((name, gradient) ->
                        assertThat(Arrays.stream(gradient.toArray())).allMatch(value -> value == 0));
    }

    /** A statistic over one value gives exactly the bias and no gradient, or is refused by name. */
    @Property(tries = NormalizerContract.FEW)
    default void aSingleValueGivesTheBiasOrIsRefused(@ForAll("samples") Sample sample) {
        boolean refuses = departs(Departure.REFUSES_SINGLE);
        int[] ones = new int[sample.shape().rank()];
        Arrays.fill(ones, 1);
        boolean open = departs(Departure.NO_STATISTIC) || departs(Departure.OWN_FORMULA);
        if (!refuses && open || !accepts(Shape.of(sample.shape().layout(), ones))) {
            return;
        }
        Sample single =
                sample.setting(sample.setting().shape(Shape.of(sample.shape().layout(), ones)));
        Normalizer normalizer = subject(single.setting());
        Tensor x = single.x();
        if (refuses) {
            assertThatThrownBy(() -> normalizer.forward(x))
                    .isInstanceOfSatisfying(
                            NormException.class, e -> assertThat(e.kind()).isEqualTo(NormException.Kind.TOO_FEW));
            return;
        }
        Trial trial = Trial.of(this, single);
        Normalized pass = normalizer.forward(x);
        Gradients gradients = pass.backward(single.dy());
        trial.assertOutput(pass.output());
        trial.assertGradients(gradients, single.dy());
        if (!departs(Departure.NO_CENTRING)) {
            assertThat(pass.output().get(0)).isEqualTo(trial.exact().bias(0));
            assertThat(gradients.input().get(0)).isZero();
        }
    }

    /** A shape without positions is refused where positions are all that is reduced. */
    @Property(tries = NormalizerContract.FEW)
    default void aShapeWithoutPositionsIsRefusedWhereNeeded(@ForAll("samples") Sample sample) {
        if (!departs(Departure.NEEDS_POSITIONS)) {
            return;
        }
        Shape flat =
                Shape.nc(Math.max(2, sample.shape().examples()), sample.shape().channels());
        Tensor x = sample.x().like(flat);
        assertThatThrownBy(() -> subject(sample.setting().shape(flat)).forward(x))
                .isInstanceOfSatisfying(
                        NormException.class, e -> assertThat(e.kind()).isEqualTo(NormException.Kind.SHAPE));
    }
}
