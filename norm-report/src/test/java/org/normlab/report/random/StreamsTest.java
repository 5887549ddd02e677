package org.normlab.report.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Golden draws: they must never change, on any Java, or no result could be made again. */
class StreamsTest {
    private static final Streams STREAMS = Streams.root(1).with("replicate", "quick-0");

    @Test
    void bits() {
        Stream stream = STREAMS.with("data", "digits").open("split");
        assertThat(stream.nextLong()).isEqualTo(0L);
        assertThat(stream.nextLong()).isEqualTo(0L);
    }

    @Test
    void uniforms() {
        Stream stream = STREAMS.open("probe");
        assertThat(Double.toHexString(stream.uniform())).isEqualTo("");
    }

    @Test
    void gaussians() {
        Stream stream = STREAMS.open("noise");
        assertThat(Double.toHexString(stream.gaussian())).isEqualTo("");
    }

    @Test
    void integersAndPermutations() {
        Stream stream = STREAMS.open("order");
        assertThat(IntStream.range(0, 5).map(i -> stream.below(10))).containsExactly(0);
        assertThat(stream.permutation(7)).containsExactly(0);
    }

    @Test
    void fieldsNameAStreamInAnyOrder() {
        Stream one = Streams.root(1).with("a", 1).with("b", 2).open("probe");
        Stream other = Streams.root(1).with("b", 2).with("a", 1).open("probe");
        Stream third = Streams.root(2).with("b", 2).with("a", 1).open("probe");
        long first = one.nextLong();
        assertThat(other.nextLong()).isEqualTo(first);
        assertThat(third.nextLong()).isNotEqualTo(first);
    }

    /** 10 000 normal draws: mean within 4/√n, variance within 4·√(2/n). */
    @Test
    void gaussiansHaveMeanZeroAndVarianceOne() {
        Stream stream = STREAMS.open("noise");
        double[] draws =
                IntStream.range(0, 10_000).mapToDouble(i -> stream.gaussian()).toArray();
        double mean = Arrays.stream(draws).average().orElseThrow();
        double variance = Arrays.stream(draws).map(x -> x * x).average().orElseThrow();
        assertThat(Math.abs(mean)).isLessThan(4 / Math.sqrt(draws.length));
        assertThat(Math.abs(variance - 1)).isLessThan(4 * Math.sqrt(2.0 / draws.length));
    }

    @Test
    void permutationsHoldEveryElementOnce() {
        int[] order = STREAMS.open("order").permutation(101);
        assertThat(Arrays.stream(order).sorted().toArray())
                .containsExactly(IntStream.range(0, 101).toArray());
    }
}
