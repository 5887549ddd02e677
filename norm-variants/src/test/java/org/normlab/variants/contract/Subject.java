package org.normlab.variants.contract;

import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import org.normlab.core.Normalizer;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;
import org.normlab.core.check.GradientCheck;

/** What the laws need to know of a variant. */
public interface Subject {

    /** The variant for this setting. */
    Normalizer subject(Setting setting);

    /** What elements have in common that share a statistic, said by their coordinates. */
    Object statistic(Setting setting, Place place);

    /** The laws that the variant leaves, by reason. */
    default Set<Departure> departures() {
        return Set.of();
    }

    /** Whether the variant has a meaning for a shape. */
    default boolean accepts(Shape shape) {
        return true;
    }

    /** What differences are taken of: the forward pass, or one with the quantities held constant that carry no gradient. */
    default GradientCheck.Formula held(Normalizer subject, Tensor x) {
        return (normalizer, moved) -> normalizer.forward(moved).output().toArray();
    }

    /** Whether the variant leaves what this names. */
    default boolean departs(Departure departure) {
        return departures().contains(departure);
    }

    /** Settings and values of every kind. */
    @Provide
    default Arbitrary<Sample> samples() {
        return accepted(Values.values());
    }

    /** Settings with values that float64 arithmetic handles without loss. */
    @Provide
    default Arbitrary<Sample> dyadic() {
        return accepted(Values.DYADIC);
    }

    /** Settings with values that bend smoothly within a step of a difference quotient. */
    @Provide
    default Arbitrary<Sample> smooth() {
        // a step that fits the variance fits other formulas where norms are far from zero
        return departs(Departure.NO_STATISTIC) || departs(Departure.OWN_FORMULA)
                ? accepted(Values.POSITIVE)
                : accepted(Values.GAUSSIAN, Values.OFFSET_1E3, Values.LARGE, Values.SMALL);
    }

    /** The smooth ones of few elements, each of which a difference quotient needs two passes for. */
    @Provide
    default Arbitrary<Sample> fewSmooth() {
        return smooth().filter(sample -> sample.shape().count() < NormalizerContract.SMALL);
    }

    private Arbitrary<Sample> accepted(Values... values) {
        return Samples.of(departures(), values).filter(sample -> accepts(sample.shape()));
    }
}
