package org.normlab.report.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.normlab.core.NormException;

/** Every small file is cut at every length and spoilt at every byte: the reader accepts it or explains it in one line. */
class DamagedFilesTest {
    private static final NdArray SMALL = NdArray.of(new int[] {2, 3}, 1f, 2f, 3f, 4f, 5f, 6f);

    @TempDir
    Path folder;

    static Stream<Arguments> files() {
        Consumer<Path> idx = file -> Content.read(file, Idx::read);
        Consumer<Path> csv = file -> Content.read(file, Csv::read);
        return Stream.of(
                Arguments.of("a.npy", (Consumer<Path>) file -> Npy.write(file, SMALL), (Consumer<Path>) Npy::read),
                Arguments.of("a.npz", (Consumer<Path>) file -> Npz.write(file, Map.of("x", SMALL)), (Consumer<Path>)
                        Npz::read),
                Arguments.of(
                        "a.safetensors",
                        (Consumer<Path>) file -> new SafeTensors(Map.of("x", SMALL), Map.of("k", "v")).write(file),
                        (Consumer<Path>) SafeTensors::read),
                Arguments.of("a.idx", write(idx()), idx),
                Arguments.of("a.idx.gz", write(gzip(idx())), idx),
                Arguments.of("a.csv.gz", write(gzip("1,2,x\n3,4,y\n".getBytes())), csv));
    }

    private static byte[] idx() {
        return ByteBuffer.allocate(4 + 8 + 6)
                .putInt(0x00000802)
                .putInt(2)
                .putInt(3)
                .array();
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(packed)) {
            zip.write(bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return packed.toByteArray();
    }

    private static Consumer<Path> write(byte[] bytes) {
        return file -> {
            try {
                Files.write(file, bytes);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        };
    }

    /** Asserts that what escapes, if anything does, is ours, one line, and names the file. */
    static void explained(Throwable thrown, Path file) {
        if (thrown != null) {
            assertThat(thrown).isInstanceOf(NormException.class);
            assertThat(thrown.getMessage())
                    .startsWith(file.toString())
                    .doesNotContain("\n", "null")
                    .contains("; ");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void everyTruncationIsRefused(String name, Consumer<Path> writer, Consumer<Path> reader) throws IOException {
        Path file = folder.resolve(name);
        writer.accept(file);
        byte[] whole = Files.readAllBytes(file);
        reader.accept(file);
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            Throwable thrown = catchThrowable(() -> reader.accept(file));
            assertThat(thrown).as("length %d of %d", length, whole.length).isNotNull();
            explained(thrown, file);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void everySpoiltByteIsAcceptedOrExplained(String name, Consumer<Path> writer, Consumer<Path> reader)
            throws IOException {
        Path file = folder.resolve(name);
        writer.accept(file);
        byte[] whole = Files.readAllBytes(file);
        for (int at = 0; at < whole.length; at++) {
            for (int flip : new int[] {0x01, 0x80, 0xff}) {
                byte[] spoilt = whole.clone();
                spoilt[at] ^= (byte) flip;
                Files.write(file, spoilt);
                explained(catchThrowable(() -> reader.accept(file)), file);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void aByteTooManyIsRefusedOrIgnoredByTheCompression(String name, Consumer<Path> writer, Consumer<Path> reader)
            throws IOException {
        Path file = folder.resolve(name);
        writer.accept(file);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length + 1));
        explained(catchThrowable(() -> reader.accept(file)), file);
    }
}
