package org.normlab.variants.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.normlab.core.Epsilon;
import org.normlab.core.Shape;

/** Generators: every layout, pairwise coprime sizes of at least two, both types, ε from nothing to one, inside and outside. */
public final class Samples {
    private static final List<String> LAYOUTS = List.of("NTC", "NC", "NCL", "NCHW", "NHWC", "NCDHW");
    private static final List<Integer> SIZES = List.of(2, 3, 5, 7, 11, 13);
    private static final List<Integer> SMALL_SIZES = List.of(2, 3, 5, 1, 7);
    private static final List<Integer> CHANNELS = List.of(3, 2, 4, 6, 9, 12, 17);
    private static final int MOST = 700;

    private Samples() {}

    /** Settings with spatial or time axes, and values of every kind. */
    public static Arbitrary<Sample> withPositions() {
        return of(Set.of(Departure.NEEDS_POSITIONS), Values.values());
    }

    static Arbitrary<Sample> of(Set<Departure> departures, Values... values) {
        List<String> layouts = LAYOUTS.stream()
                .filter(layout -> layout.length() > 2 || !departures.contains(Departure.NEEDS_POSITIONS))
                .toList();
        return Combinators.combine(shapes(layouts), settings(), Arbitraries.of(values))
                .as((shape, setting, value) -> new Sample(setting.shape(shape), value));
    }

    private static Arbitrary<Setting> settings() {
        Arbitrary<Epsilon> epsilons = Arbitraries.of(
                Epsilon.inside(1e-5),
                Epsilon.inside(0.5),
                Epsilon.inside(1),
                Epsilon.inside(0.1),
                Epsilon.inside(1e-12),
                Epsilon.outside(0.25),
                Epsilon.outside(1e-5));
        return Combinators.combine(
                        Arbitraries.of(Precision.values()),
                        epsilons,
                        Arbitraries.of(Setting.Learned.values()),
                        Arbitraries.longs().between(0, 1_000_000))
                .as((precision, epsilon, learned, seed) ->
                        new Setting(Shape.nc(1, 1), precision, epsilon, learned, seed));
    }

    private static Arbitrary<Shape> shapes(List<String> layouts) {
        return Combinators.combine(
                        Arbitraries.of(layouts),
                        Arbitraries.of(CHANNELS),
                        Arbitraries.integers().between(0, 719))
                .as(Samples::shape)
                .filter(shape -> shape.count() <= MOST);
    }

    private static Shape shape(String layout, int channels, int order) {
        List<Integer> free = new ArrayList<>();
        for (int size : layout.length() > 3 ? SMALL_SIZES : SIZES) {
            if (size == 1 || channels % size != 0) {
                free.add(size);
            }
        }
        int[] sizes = new int[layout.length()];
        int rest = order;
        for (int axis = 0; axis < sizes.length; axis++) {
            int choice = rest % Math.max(1, free.size());
            rest /= Math.max(1, free.size());
            // where no coprime size is left, the axis has size 1
            sizes[axis] = layout.charAt(axis) == 'C' ? channels : free.isEmpty() ? 1 : free.remove(choice);
        }
        return Shape.of(layout, sizes);
    }
}
