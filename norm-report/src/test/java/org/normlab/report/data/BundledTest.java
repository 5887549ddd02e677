package org.normlab.report.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;

class BundledTest {
    @Test
    void digitsHaveTheirPublishedCountsAndThreeConstantPixels() {
        Dataset digits = Bundled.DIGITS.load();
        assertThat(digits).hasToString("digits: 1797 examples, NCHW 1x1x8x8, 10 classes");
        assertThat(digits.labels().classSizes()).containsExactly(178, 182, 177, 183, 181, 182, 181, 179, 174, 180);
        assertThat(digits.origin().sha256()).isEqualTo("46abec6b12486ad9e51943373abcf22bbea1b5a51a1619b361570d8893f1464a");
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
}
