package org.normlab.report.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.normlab.report.random.Streams;

class OrderTest {
    private static final int CLASSES = 10;
    private static final int[] LABELS =
            IntStream.range(0, 230).map(i -> i % CLASSES).toArray();

    private static int[] drawn(int batchSize, int batches, Mixing mixing) {
        Plan plan = new Plan(batchSize, 1000, 0.1, Schedule.CONSTANT, new Sgd(0.9), Optimizer.Bounds.NONE, 0, mixing);
        Order order = new Order(Streams.root(1), LABELS, plan);
        int[] rows = new int[batchSize];
        return IntStream.range(0, batches)
                .flatMap(batch -> {
                    order.next(rows);
                    return Arrays.stream(rows.clone());
                })
                .toArray();
    }

    @Test
    void everyBatchSizeSeesTheSameSequence() {
        assertThat(drawn(8, 35, Mixing.SHUFFLED)).containsExactly(drawn(56, 5, Mixing.SHUFFLED));
    }

    @Test
    void sortedBlocksHoldTheSameSamplesInBatchesOfFewClasses() {
        int[] shuffled = drawn(20, 5, Mixing.SHUFFLED);
        int[] sorted = drawn(20, 5, Mixing.SORTED);
        assertThat(sorted).containsExactlyInAnyOrder(shuffled);
        for (int from = 0; from < 100; from += 20) {
            // a block of 100 has about 10 of each class, so 20 in a row are 2 classes and parts of their neighbours
            assertThat(Arrays.stream(sorted, from, from + 20)
                            .map(row -> LABELS[row])
                            .distinct()
                            .count())
                    .isBetween(1L, 4L);
        }
    }
}
