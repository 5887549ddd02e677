package org.normlab.report.stats;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Inputs of the tests. */
public final class Samples {
    private Samples() {}

    /** Two to thirteen differences on a grid of 1/64, ties and zeros among them. */
    public static Arbitrary<double[]> differences() {
        return Arbitraries.integers()
                .between(-640, 640)
                .map(units -> units / 64.0)
                .array(Double[].class)
                .ofMinSize(2)
                .ofMaxSize(13)
                .map(boxed -> Arrays.stream(boxed).mapToDouble(d -> d).toArray());
    }

    /** The same values in another order. */
    public static double[] shuffled(double[] values, long seed) {
        List<Double> boxed = Arrays.stream(values).boxed().collect(Collectors.toList());
        Collections.shuffle(boxed, new java.util.Random(seed));
        return boxed.stream().mapToDouble(d -> d).toArray();
    }

    /** Gaussian values, by the JDK's own generator: only simulations with a wide margin use it. */
    public static double[] gaussian(int count, double mean, double sd, long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        return random.doubles(count)
                .map(u -> mean + sd * Normal.quantile(Math.max(u, 0x1p-53)))
                .toArray();
    }
}
