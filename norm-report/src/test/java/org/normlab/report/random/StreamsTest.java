package org.normlab.report.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Golden draws: they must never change, on any Java, or no result could be made again. */
class StreamsTest {
    private static final Streams STREAMS = Streams.root(1).with("replicate", "quick-0");

    /** The seed is the head of SHA-256 of {@code normlab/1|1|split|data=digits|replicate=quick-0}. */
    @Test
    void bits() {
        Stream stream = STREAMS.with("data", "digits").open("split");
        assertThat(stream.nextLong()).isEqualTo(-6971655478925825345L);
        assertThat(stream.nextLong()).isEqualTo(-3112268527208960885L);
    }

    @Test
    void uniforms() {
        assertThat(STREAMS.open("probe").uniform()).isEqualTo(0x1.696f3234cd4d1p-1);
    }

    @Test
    void gaussians() {
        Stream stream = STREAMS.open("noise");
        assertThat(stream.gaussian()).isEqualTo(-0x1.b5603eb826301p-1);
        assertThat(stream.gaussian()).isEqualTo(-0x1.4e65d9669c9a1p-1);
    }

    @Test
    void integersAndPermutations() {
        Stream stream = STREAMS.open("order");
        assertThat(IntStream.range(0, 5).map(i -> stream.below(10))).containsExactly(6, 4, 1, 0, 2);
        assertThat(stream.permutation(7)).containsExactly(1, 5, 0, 6, 2, 3, 4);
    }

    /** Each count has a standard deviation of √(n p (1−p)) = 93; five of them are allowed. */
    @Test
    void boundedDrawsAreEquallyLikely() {
        Stream stream = Stream.of(1);
        int[] counts = new int[7];
        for (int i = 0; i < 70_000; i++) {
            counts[stream.below(7)]++;
        }
        for (int count : counts) {
            assertThat(count).isBetween(10_000 - 5 * 93, 10_000 + 5 * 93);
        }
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
