package org.normlab.report.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.normlab.core.NormException;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;

class BundledTest {
    @Test
    void digitsHaveTheirPublishedCountsAndThreeConstantPixels() {
        Dataset digits = Bundled.DIGITS.load();
        assertThat(digits).hasToString("digits: 1797 examples, NCHW 1x1x8x8, 10 classes");
        assertThat(digits.labels().classSizes()).containsExactly(178, 182, 177, 183, 181, 182, 181, 179, 174, 180);
        assertThat(digits.origin().sha256())
                .isEqualTo("46abec6b12486ad9e51943373abcf22bbea1b5a51a1619b361570d8893f1464a");
        Tensor pixels = ((Dense) digits.examples()).values();
        assertThat(IntStream.range(0, 64).filter(p -> maximum(pixels, p) == 0)).containsExactly(0, 32, 39);
        assertThat(Arrays.stream(pixels.toArray()).max()).hasValue(16);
    }

    private static double maximum(Tensor pixels, int pixel) {
        return IntStream.range(0, pixels.shape().examples())
                .mapToDouble(i -> pixels.get(i * 64 + pixel))
                .max()
                .orElseThrow();
    }

    @Test
    void tablesHaveTheirClassesByName() {
        assertThat(Bundled.IRIS.load().labels().names()).containsExactly("setosa", "versicolor", "virginica");
        assertThat(Bundled.IRIS.load().labels().classSizes()).containsExactly(50, 50, 50);
        assertThat(Bundled.WINE.load().labels().classSizes()).containsExactly(59, 71, 48);
        assertThat(Bundled.WINE.load().exampleShape()).isEqualTo(Shape.nc(1, 13));
        Dataset cancer = Bundled.BREAST_CANCER.load();
        assertThat(cancer.labels().names()).containsExactly("malignant", "benign");
        assertThat(cancer.labels().classSizes()).containsExactly(212, 357);
        assertThat(cancer.exampleShape()).isEqualTo(Shape.nc(1, 30));
    }

    @Test
    void fashionHasItsPublishedMeansAndAnOfficialTestPart() {
        Dataset fashion = Bundled.FASHION_MINI.load();
        assertThat(fashion).hasToString("fashion-mini: 3000 examples, NCHW 1x1x28x28, 10 classes");
        assertThat(fashion.labels().classSizes()).containsOnly(300);
        double[] pixels = ((Dense) fashion.examples()).values().toArray();
        int firstTest = 2000 * 784;
        // the published means have four decimals
        assertThat(Arrays.stream(pixels, 0, firstTest).average().orElseThrow()).isCloseTo(73.0444, within(0.5e-4));
        assertThat(Arrays.stream(pixels, firstTest, pixels.length).average().orElseThrow())
                .isCloseTo(72.6709, within(0.5e-4));
        Split split = fashion.split(IntStream.range(0, 3000).toArray());
        assertThat(split.train()).hasSize(1600);
        assertThat(split.validation()).hasSize(400);
        assertThat(split.test()).containsExactly(IntStream.range(2000, 3000).toArray());
    }

    @Test
    void namesAreStringsInSixteenLanguagesSplitByConcept() {
        Dataset names = Bundled.NAMES16.load();
        assertThat(names.count()).isEqualTo(14783);
        assertThat(names.labels().names())
                .containsExactly(
                        "cs", "de", "en", "es", "fi", "fr", "hu", "it", "lt", "nl", "pl", "pt", "ro", "sv", "tr", "vi");
        assertThat(names.labels().classSizes())
                .containsExactly(1212, 789, 607, 754, 861, 1014, 984, 746, 1492, 804, 987, 765, 770, 821, 1032, 1145);
        Symbols strings = (Symbols) names.examples();
        assertThat(strings.alphabet()).isEqualTo(147);
        int[] lengths = strings.lengths(IntStream.range(0, names.count()).toArray());
        assertThat(Arrays.stream(lengths).min()).hasValue(3);
        assertThat(Arrays.stream(lengths).max()).hasValue(40);
        Split split = names.split(IntStream.range(0, names.count()).toArray());
        assertThat(split.train().length + split.validation().length + split.test().length)
                .isEqualTo(14783);
    }

    @Test
    void stringsBecomeBatchesOfNumbersPaddedWithZeros() {
        Symbols strings = Symbols.of(List.of("abca", "c", "ba"));
        assertThat(strings.batchShape(0, 2)).isEqualTo(Shape.of("NT", 2, 4));
        Tensor batch = Tensor.of(strings.batchShape(1, 2), new float[4]);
        batch.set(1, Double.NaN);
        strings.gather(new int[] {1, 2}, batch);
        assertThat(batch.toArray()).containsExactly(2, 0, 1, 0);
        assertThat(strings.lengths(1, 2)).containsExactly(1, 2);
    }

    @Test
    void aFileThatIsNotTheShippedOneIsRefused() {
        assertThatThrownBy(() -> Resource.checked("absent.csv"))
                .isInstanceOf(NormException.class)
                .hasMessageContaining("absent.csv");
    }
}
