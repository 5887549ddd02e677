package org.normlab.report.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.normlab.core.NormException;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;

class SplitProperties {
    private static final int COUNT = 97;
    private static final int[] CLASSES =
            IntStream.range(0, COUNT).map(i -> i % 7 == 0 ? 2 : i % 2).toArray();

    @Provide
    Arbitrary<int[]> orders() {
        return Arbitraries.shuffle(IntStream.range(0, COUNT).boxed().toList())
                .map(order -> order.stream().mapToInt(Integer::intValue).toArray());
    }

    private static Dataset data(SplitRule rule) {
        return new Dataset(
                new Origin("d", "test", "", ""),
                new Dense(Tensor.of(Shape.nc(COUNT, 1), new float[COUNT]), Dense.Units.FEATURES),
                new Labels(CLASSES, List.of("a", "b", "c")),
                rule);
    }

    private static int[] all(Split split) {
        return IntStream.of(0, 1, 2)
                .flatMap(part ->
                        Arrays.stream(part == 0 ? split.train() : part == 1 ? split.validation() : split.test()))
                .sorted()
                .toArray();
    }

    @Property
    void everyExampleIsInExactlyOnePart(@ForAll("orders") int[] order) {
        int[] groups = IntStream.range(0, COUNT).map(i -> i / 5).toArray();
        for (SplitRule rule : List.of(SplitRule.REDRAW, SplitRule.officialTest(60), new SplitRule.Grouped(groups))) {
            assertThat(all(data(rule).split(order)))
                    .containsExactly(IntStream.range(0, COUNT).toArray());
        }
    }

    @Property
    void everyClassIsCutAtSixtyAndEightyPercent(@ForAll("orders") int[] order) {
        Dataset data = data(SplitRule.REDRAW);
        Split split = data.split(order);
        int[] sizes = data.labels().classSizes();
        for (int c = 0; c < sizes.length; c++) {
            int label = c;
            assertThat(Arrays.stream(split.train())
                            .filter(i -> CLASSES[i] == label)
                            .count())
                    .isEqualTo(Math.round(sizes[c] * 0.6));
            assertThat(Arrays.stream(split.test())
                            .filter(i -> CLASSES[i] == label)
                            .count())
                    .isEqualTo(sizes[c] - Math.round(sizes[c] * 0.8));
        }
    }

    @Property
    void theOfficialTestPartNeverMoves(@ForAll("orders") int[] order) {
        assertThat(data(SplitRule.officialTest(60)).split(order).test())
                .containsExactly(IntStream.range(60, COUNT).toArray());
    }

    @Property
    void noGroupIsInTwoParts(@ForAll("orders") int[] order) {
        int[] groups = IntStream.range(0, COUNT).map(i -> i % 19).toArray();
        Split split = data(new SplitRule.Grouped(groups)).split(order);
        assertThat(Arrays.stream(split.train()).map(i -> groups[i]).boxed())
                .doesNotContainAnyElementsOf(
                        Arrays.stream(split.test()).map(i -> groups[i]).boxed().toList())
                .doesNotContainAnyElementsOf(Arrays.stream(split.validation())
                        .map(i -> groups[i])
                        .boxed()
                        .toList());
    }

    @Property
    void aLimitThinsTheTrainingPartEvenlyAndNothingElse(@ForAll("orders") int[] order) {
        Dataset data = data(SplitRule.REDRAW);
        Split whole = data.split(order);
        Split limited = data.limitedTo(20).split(order);
        assertThat(limited.test()).containsExactly(whole.test());
        assertThat(limited.train()).hasSize(20);
        assertThat(whole.train()).contains(limited.train());
        assertThat(IntStream.range(0, 3).map(c -> (int) Arrays.stream(limited.train())
                        .filter(i -> CLASSES[i] == c)
                        .count()))
                .allMatch(size -> size == 6 || size == 7);
    }

    @Property
    void noPartIsEmpty(@ForAll("orders") int[] order) {
        int[] alone = IntStream.range(0, COUNT).toArray();
        List<String> names =
                IntStream.range(0, COUNT).mapToObj(i -> "price " + i).toList();
        Dataset data = new Dataset(
                new Origin("d", "test", "", ""),
                new Dense(Tensor.of(Shape.nc(COUNT, 1), new float[COUNT]), Dense.Units.FEATURES),
                new Labels(alone, names),
                SplitRule.REDRAW);
        assertThatThrownBy(() -> data.split(order))
                .isInstanceOf(NormException.class)
                .hasMessageContaining("d: validation examples = 0")
                .hasMessageContaining("97 examples in 97 classes");
        assertThatThrownBy(() -> data(SplitRule.officialTest(COUNT)).split(order))
                .isInstanceOf(NormException.class)
                .hasMessageContaining("d: test examples = 0");
    }
}
