package org.normlab.report.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

/** What is written is read back bit for bit, NaN and signed zeros included, and nothing else is left in the folder. */
class ArrayFileProperties {
    private Path folder;

    @BeforeProperty
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory("arrays");
    }

    @AfterProperty
    void removeFolder() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    @Provide
    Arbitrary<NdArray> arrays() {
        Arbitrary<int[]> sizes = Arbitraries.integers()
                .between(0, 4)
                .array(int[].class)
                .ofMinSize(0)
                .ofMaxSize(5);
        return Arbitraries.of(NdArray.Type.class).flatMap(type -> sizes.flatMap(each -> filled(type, each)));
    }

    private static Arbitrary<NdArray> filled(NdArray.Type type, int[] sizes) {
        int count = IntStream.of(sizes).reduce(1, (a, b) -> a * b);
        return Arbitraries.bytes()
                .array(byte[].class)
                .ofSize(count * type.bytes())
                .map(bytes -> new NdArray(type, sizes, ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN)));
    }

    @Provide
    Arbitrary<Map<String, NdArray>> named() {
        Arbitrary<String> names = Arbitraries.strings()
                .alpha()
                .numeric()
                .withChars("._é名\"'")
                .ofMinLength(1)
                .ofMaxLength(12);
        return Arbitraries.maps(names, arrays()).ofMaxSize(4);
    }

    @Property(tries = 200)
    void npyGivesTheArrayBack(@ForAll("arrays") NdArray array) {
        Npy.write(folder.resolve("a.npy"), array);
        assertThat(Npy.read(folder.resolve("a.npy"))).isEqualTo(array);
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Example
    void othersMayReadWhatTheyMayReadElsewhere() throws IOException {
        Path usual = Files.createFile(folder.resolve("usual"));
        Npy.write(folder.resolve("a.npy"), new NdArray(NdArray.Type.F32, new int[] {0}, ByteBuffer.allocate(0)));
        assertThat(Files.getPosixFilePermissions(folder.resolve("a.npy")))
                .isEqualTo(Files.getPosixFilePermissions(usual));
    }

    @Property(tries = 100)
    void npzGivesTheArraysBack(@ForAll("named") Map<String, NdArray> arrays) {
        Npz.write(folder.resolve("a.npz"), arrays);
        assertThat(Npz.read(folder.resolve("a.npz"))).isEqualTo(arrays);
    }

    @Property(tries = 100)
    void safeTensorsGivesArraysAndTextsBack(
            @ForAll("named") Map<String, NdArray> arrays, @ForAll Map<String, String> texts) {
        SafeTensors written = new SafeTensors(arrays, texts);
        written.write(folder.resolve("a.safetensors"));
        assertThat(SafeTensors.read(folder.resolve("a.safetensors"))).isEqualTo(written);
    }

    @Property(tries = 50)
    void equalArraysGiveEqualBytes(@ForAll("named") Map<String, NdArray> arrays) throws IOException {
        new SafeTensors(arrays, Map.of()).write(folder.resolve("a.safetensors"));
        SafeTensors.read(folder.resolve("a.safetensors")).write(folder.resolve("b.safetensors"));
        assertThat(folder.resolve("b.safetensors")).hasSameBinaryContentAs(folder.resolve("a.safetensors"));
    }
}
