package org.normlab.report.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.normlab.core.NormException;
import org.normlab.report.text.Sha256;

class DataSourceTest {
    @TempDir
    Path folder;

    private static Dataset load(Object text) {
        return DataSource.parse(text.toString()).load();
    }

    private static double[] values(Dataset data) {
        return ((Dense) data.examples()).values().toArray();
    }

    @ParameterizedTest
    @CsvSource({
        "digits, 'digits: 1797 examples, NCHW 1x1x8x8, 10 classes'",
        "digits:rows, 'digits:rows: 1797 examples, NTC 1x8x8, 10 classes'",
        "digits:pixels:500, 'digits:pixels:500: 1797 examples, NTC 1x64x1, 10 classes'",
        "digits:flat, 'digits:flat: 1797 examples, NC 1x64, 10 classes'",
        "fashion-mini:pooled, 'fashion-mini:pooled: 3000 examples, NCHW 1x1x14x14, 10 classes'",
        "fashion-mini:rows, 'fashion-mini:rows: 3000 examples, NTC 1x28x28, 10 classes'",
        "breast-cancer, 'breast-cancer: 569 examples, NC 1x30, 2 classes'"
    })
    void bundledSetsAndTheirViewsHaveNames(String text, String description) {
        assertThat(load(text)).hasToString(description);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "digit",
                "digits:row",
                "digits:",
                "no/such/file",
                "a\0b",
                "iris:rows",
                "digits:0",
                "iris:5x5"
            })
    void whatIsNotKnownIsSaidInOneLine(String text) {
        assertThatThrownBy(() -> load(text))
                .isInstanceOf(NormException.class)
                .message()
                .doesNotContain("\n", "\0")
                .contains("; ");
    }

    @Test
    void tablesOfPixelsBecomeImages() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "1,2,3,4,5,6,a\n6,5,4,3,2,1,b\n");
        Dataset data = load(file + ":2x3");
        assertThat(data.exampleShape()).hasToString("NCHW 1x1x2x3");
        assertThat(load(file).origin().sha256()).isEqualTo(Sha256.hex(Files.readAllBytes(file)));
    }

    private static byte[] idx(int magic, int... sizes) {
        int count = Arrays.stream(sizes).reduce(1, (a, b) -> a * b);
        ByteBuffer bytes = ByteBuffer.allocate(4 + 4 * sizes.length + count).putInt(magic);
        Arrays.stream(sizes).forEach(bytes::putInt);
        for (int i = 0; i < count; i++) {
            bytes.put((byte) (i * 7));
        }
        return bytes.array();
    }

    @Test
    void idxIsFoundInBothNamingsZippedOrNot() throws IOException {
        Files.write(folder.resolve("train-images-idx3-ubyte"), idx(2051, 4, 3, 5));
        Files.write(folder.resolve("train-labels.idx1-ubyte.gz"), DamagedFilesTest.gzip(idx(2049, 4)));
        assertThat(load(folder).labels().names()).containsExactly("0", "7", "14", "21");
        Files.write(folder.resolve("t10k-images.idx3-ubyte.gz"), DamagedFilesTest.gzip(idx(2051, 2, 3, 5)));
        Files.write(folder.resolve("t10k-labels-idx1-ubyte"), idx(2049, 2));
        Dataset data = load(folder);
        assertThat(data.splitRule()).endsWith("test = examples from 4 on");
        assertThat(values(data)[59]).isEqualTo(59 * 7 % 256);
        Files.write(folder.resolve("train-labels-idx1-ubyte"), idx(2049, 4));
        assertThat(load(folder.resolve("train-images-idx3-ubyte")).count()).isEqualTo(4);
    }

    @Test
    void archivesHoldExamplesAndLabelsInAnyLayout() {
        double[] values = new double[4 * 2 * 5 * 3];
        Arrays.setAll(values, i -> i);
        NdArray labels = NdArray.of(new int[] {4}, 0L, 1, 1, 0);
        Path file = folder.resolve("a.npz");
        Npz.write(file, Map.of("x", NdArray.of(new int[] {4, 2, 5, 3}, values), "y", labels));
        Dataset data = load(file);
        assertThat(data.exampleShape()).hasToString("NCHW 1x3x2x5");
        // example 1, channel 2, row 1, column 3 of N,C,H,W is element 1,1,3,2 of N,H,W,C
        assertThat(values(data)[((1 * 3 + 2) * 2 + 1) * 5 + 3]).isEqualTo(((1 * 2 + 1) * 5 + 3) * 3 + 2);
        assertThat(load(file + ":NCHW").exampleShape()).hasToString("NCHW 1x2x5x3");
        assertThatThrownBy(() -> load(file + ":NTC")).hasMessageContaining("NTC");
    }

    @Test
    void sequencesWithChannelsFirstAreTurned() {
        double[] values = new double[2 * 3 * 4];
        Arrays.setAll(values, i -> i);
        Npy.write(folder.resolve("a.npy"), NdArray.of(new int[] {2, 3, 4}, values));
        assertThatThrownBy(() -> load(folder.resolve("a.npy"))).hasMessageContaining("a.labels.npy");
        Npy.write(folder.resolve("a.labels.npy"), NdArray.of(new int[] {2}, 1.0, 0.0));
        assertThatThrownBy(() -> load(folder.resolve("a.npy"))).hasMessageContaining(":NTC");
        Dataset data = load(folder.resolve("a.npy") + ":NCT");
        assertThat(data.exampleShape()).hasToString("NTC 1x4x3");
        assertThat(Arrays.copyOf(values(data), 6)).containsExactly(0, 4, 8, 1, 5, 9);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, 0.5, Double.POSITIVE_INFINITY, 1e12})
    void labelsMustBeClassNumbers(double label) {
        Path file = folder.resolve("a.npz");
        Npz.write(file, Map.of("x", NdArray.of(new int[] {2, 1}, 1f, 2f), "y", NdArray.of(new int[] {2}, 0, label)));
        assertThatThrownBy(() -> load(file)).hasMessageContaining("labels, element 1");
    }

    @Test
    void examplesMustBeFiniteAndAsManyAsLabels() {
        Path file = folder.resolve("a.npz");
        NdArray labels = NdArray.of(new int[] {2}, 0L, 1);
        Npz.write(file, Map.of("x", NdArray.of(new int[] {2, 1}, 1f, Float.NaN), "y", labels));
        assertThatThrownBy(() -> load(file)).hasMessageContaining("element 1 = NaN");
        Npz.write(file, Map.of("x", NdArray.of(new int[] {3, 1}, 1f, 2f, 3f), "y", labels));
        assertThatThrownBy(() -> load(file)).hasMessageContaining("as many");
        Npz.write(file, Map.of("x", NdArray.of(new int[] {}, 1f), "y", labels));
        assertThatThrownBy(() -> load(file)).isInstanceOf(NormException.class);
        Npz.write(file, Map.of("z", labels));
        assertThatThrownBy(() -> load(file)).hasMessageContaining("x and y");
    }

    @Test
    void cifarRecordsAreClassThenPlanes() throws IOException {
        byte[] records = new byte[2 * 3073];
        records[3073] = 9;
        records[3074] = (byte) 200;
        Files.write(folder.resolve("data_batch_1.bin"), records);
        Files.write(folder.resolve("test_batch.bin"), records);
        Dataset data = load(folder);
        assertThat(data).hasToString(folder + ": 4 examples, NCHW 1x3x32x32, 2 classes");
        assertThat(values(data)[3072]).isEqualTo(200);
        Files.write(folder.resolve("data_batch_2.bin"), new byte[3000]);
        assertThatThrownBy(() -> load(folder)).hasMessageContaining("3073");
    }

    private void png(String name, int type, int side) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        BufferedImage image = new BufferedImage(side, side + 1, type);
        image.getRaster().setSample(1, 2, 0, 130);
        ImageIO.write(image, "png", file.toFile());
    }

    @Test
    void imagesLieInOneFolderAClass() throws IOException {
        png("cat/1.png", BufferedImage.TYPE_BYTE_GRAY, 4);
        png("dog/1.png", BufferedImage.TYPE_BYTE_GRAY, 4);
        Dataset data = load(folder);
        assertThat(data).hasToString(folder + ": 2 examples, NCHW 1x1x5x4, 2 classes");
        assertThat(data.labels().names()).containsExactly("cat", "dog");
        assertThat(values(data)[2 * 4 + 1]).isEqualTo(130);
        png("dog/2.png", BufferedImage.TYPE_BYTE_GRAY, 5);
        assertThatThrownBy(() -> load(folder))
                .hasMessageContaining("5x6 grey is not that of the first image, 4x5 grey");
        png("dog/2.png", BufferedImage.TYPE_INT_RGB, 4);
        assertThatThrownBy(() -> load(folder)).hasMessageContaining("4x5 coloured");
        Files.writeString(folder.resolve("dog/2.png"), "no image");
        assertThatThrownBy(() -> load(folder)).isInstanceOf(NormException.class).hasMessageContaining("2.png");
        Files.move(folder.resolve("dog/2.png"), folder.resolve("dog/2.jpg"));
        assertThatThrownBy(() -> load(folder)).hasMessageContaining("is no PNG image");
    }

    @Test
    void colouredImagesHaveThreePlanes() throws IOException {
        png("a/1.png", BufferedImage.TYPE_INT_RGB, 3);
        png("b/1.png", BufferedImage.TYPE_INT_ARGB, 3);
        Dataset data = load(folder);
        assertThat(data.exampleShape()).hasToString("NCHW 1x3x4x3");
        assertThat(values(data)[2 * 3 + 1]).isEqualTo(130);
    }

    @Test
    void anUnknownFileOrFolderNamesTheKnownKinds() throws IOException {
        Path file = Files.writeString(folder.resolve("a.doc"), "text");
        assertThatThrownBy(() -> load(file)).hasMessageContaining("CIFAR binary");
        assertThatThrownBy(() -> load(folder)).hasMessageContaining("CIFAR binary");
    }
}
