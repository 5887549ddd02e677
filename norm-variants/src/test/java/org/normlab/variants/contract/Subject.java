package org.normlab.variants.contract;

import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import org.normlab.core.Normalizer;

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

    /** Whether the variant leaves what this names. */
    default boolean departs(Departure departure) {
        return departures().contains(departure);
    }

    /** Settings and values of every kind. */
    @Provide
    default Arbitrary<Sample> samples() {
        return Samples.of(departures(), Values.values());
    }

    /** Settings with values that float64 arithmetic handles without loss. */
    @Provide
    default Arbitrary<Sample> dyadic() {
        return Samples.of(departures(), Values.DYADIC);
    }

    /** Settings with values that bend smoothly within a step of a difference quotient. */
    @Provide
    default Arbitrary<Sample> smooth() {
        // a step that fits the variance fits other formulas where norms are far from zero
        return departs(Departure.NO_STATISTIC) || departs(Departure.OWN_FORMULA)
                ? Samples.of(departures(), Values.POSITIVE)
                : Samples.of(departures(), Values.GAUSSIAN, Values.OFFSET_1E3, Values.LARGE, Values.SMALL);
    }
}
