package org.normlab.report.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.normlab.report.random.Stream;
import org.normlab.report.stats.theory.DepthTheory;

/** Every JDK gives the bits of the resource, one line a quantity; its first line says which JDK wrote it. */
class SameBitsTest {
    private static final long SEED = 0x0123456789abcdefL;

    private final List<String> lines = new ArrayList<>();

    @Test
    void everyJdkGivesTheSameBits() throws IOException {
        Paired paired = Paired.of(Golden.all("normal"));
        draws(Stream.of(SEED));
        add("summaries", paired.mean(), paired.standardDeviation(), paired.hodgesLehmann());
        add("bca", Bca.ofMean(paired, 0.9706, SEED));
        add("wilson", paired.wins().interval());
        secondary(paired);
        across(Golden.all("x"), Golden.all("y"));
        add("depth", DepthTheory.reluRate(8), DepthTheory.trainableDepth(1.5));
        assertThat(String.join("\n", lines)).isEqualTo(expected());
    }

    private void draws(Stream draws) {
        lines.add("bits " + Long.toHexString(draws.nextLong()));
        lines.add("below "
                + Arrays.toString(
                        LongStream.generate(() -> draws.below(1000)).limit(8).toArray()));
        add("unit", draws.uniform() + 0x1p-53);
    }

    private void secondary(Paired paired) {
        double[] many = new double[30];
        Arrays.setAll(many, i -> i % 7 - 2);
        add("flips", SignFlip.p(Paired.of(many), SEED));
        Rope rope = Rope.of(paired, 0.5, SEED);
        add("rope", rope.below(), rope.inside(), rope.above());
    }

    private void across(double[] x, double[] y) {
        add("iqm", Iqm.interval(new double[][] {x, y}, 0.95, SEED));
        add("order", StochasticOrder.upperLimit(x, y, 0.95, SEED));
    }

    private void add(String name, Interval interval) {
        add(name, interval.low(), interval.high());
    }

    private void add(String name, double... values) {
        lines.add(name + Arrays.stream(values).mapToObj(Double::toHexString).collect(Collectors.joining(" ", " ", "")));
    }

    private static String expected() throws IOException {
        try (var in = SameBitsTest.class.getResourceAsStream("/stats/bits.txt")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().skip(1).collect(Collectors.joining("\n"));
        }
    }
}
