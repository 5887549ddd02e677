package org.normlab.report.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files made to mislead: each is refused in one line, before memory is taken on its word. */
class AttackFilesTest {
    @TempDir
    Path folder;

    private Path file(String name, byte[]... parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.write(part);
        }
        return Files.write(folder.resolve(name), bytes.toByteArray());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] little(long value) {
        return ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array();
    }

    private Path npy(String header) throws IOException {
        byte[] text = ascii(header);
        return file(
                "a.npy",
                new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) text.length, (byte) (text.length >> 8)},
                text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "((((((((((",
                "__import__('os').system('x')",
                "{'descr': '<f4', 'fortran_order': False}",
                "{'descr': '<f4', 'fortran_order': 'True', 'shape': (1,)}",
                "{'descr': '<f4', 'descr': '<f4', 'fortran_order': True, 'shape': (1,)}",
                "{'descr': '<f4', 'fortran_order': True, 'shape': (1,), 'more': 1}",
                "{'descr': '|O', 'fortran_order': False, 'shape': (1,)}",
                "{'descr': '<U10', 'fortran_order': False, 'shape': (1,)}",
                "{'descr': '<c16', 'fortran_order': False, 'shape': (1,)}",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (-1,)}",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (3)}",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (1.0,)}",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (True,)}",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (9223372036854775808,)}",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (10000000000, 10000000000)}",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (65536, 65536)}",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (0, 1000000000000000000)}",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (268000000,)}",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (1,)} x"
            })
    void npyHeadersThatSayTooMuch(String header) throws IOException {
        Path file = npy(header);
        Throwable thrown = catchThrowable(() -> Npy.read(file));
        assertThat(thrown).isNotNull();
        DamagedFilesTest.explained(thrown, file);
    }

    @Test
    void npyWithManyDimensionsEndsInLinearTime() throws IOException {
        Path file = npy("{'descr': '<f4', 'fortran_order': False, 'shape': (" + "1, ".repeat(15_000) + ")}");
        assertThatThrownBy(() -> Npy.read(file)).hasMessageContaining("rank 32");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 1L << 31, 100_000_000, Long.MIN_VALUE, -1, 1L << 56})
    void safeTensorsWithAbsurdHeaderLengths(long length) throws IOException {
        Path file = file("a.safetensors", little(length), ascii("{}      "));
        Throwable thrown = catchThrowable(() -> SafeTensors.read(file));
        assertThat(thrown).hasMessageContaining("header length " + Long.toUnsignedString(length));
        DamagedFilesTest.explained(thrown, file);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                " {}",
                "\ufeff{}",
                "{}x",
                "{} {}",
                "{\"a\":1}",
                "{\"a\":{}}",
                "{\"a\":[]}",
                "{\"__metadata__\":{\"k\":1}}",
                "{\"__metadata__\":[]}",
                "{\"a\":{\"dtype\":\"F16\",\"shape\":[0],\"data_offsets\":[0,0]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,8]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,0]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1.0],\"data_offsets\":[0,4]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1e999],\"data_offsets\":[0,4]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[-0],\"data_offsets\":[0,0]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[[1]],\"data_offsets\":[0,4]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[4294967296,4294967296],\"data_offsets\":[0,0]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]},\"a\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]}}",
                "{\"a\":{\"dtype\":\"F32\",\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]}}",
                "{\"\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]}}",
                "{\"\\u0000\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]}}",
                "{\"\\ud800\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]}}"
            })
    void safeTensorsHeadersThatLie(String header) throws IOException {
        Path file = file("a.safetensors", little(ascii(header).length), ascii(header), new byte[8]);
        Throwable thrown = catchThrowable(() -> SafeTensors.read(file));
        assertThat(thrown).isNotNull();
        DamagedFilesTest.explained(thrown, file);
    }

    @Test
    void safeTensorsNestedWithoutEndAreRefused() throws IOException {
        String header = "{\"a\":" + "[".repeat(100_000);
        Path file = file("a.safetensors", little(header.length()), ascii(header));
        DamagedFilesTest.explained(catchThrowable(() -> SafeTensors.read(file)), file);
    }

    @Test
    void aBigEndianHeaderLengthIsHintedAt() throws IOException {
        Path file = file("a.safetensors", ByteBuffer.allocate(8).putLong(64).array(), new byte[64]);
        assertThatThrownBy(() -> SafeTensors.read(file)).hasMessageContaining("big-endian");
    }

    @Test
    void aGzipBombStopsSoonAfterItsFirstMebibyte() throws IOException {
        byte[] zeros = new byte[64 << 20];
        System.arraycopy(
                ByteBuffer.allocate(8)
                        .putInt(0x00000801)
                        .putInt(zeros.length - 8)
                        .array(),
                0,
                zeros,
                0,
                8);
        Path file = file("a.idx.gz", DamagedFilesTest.gzip(zeros));
        assertThatThrownBy(() -> Content.read(file, Idx::read)).hasMessageContaining("inflation beyond 200 to 1");
    }

    @Test
    void anIdxThatClaimsMoreThanItHoldsTakesNoMemory() throws IOException {
        Path file = file(
                "a.idx",
                ByteBuffer.allocate(20).putInt(0x00000801).putInt(20_000_000).array());
        assertThatThrownBy(() -> Content.read(file, Idx::read)).hasMessageContaining("19999988 bytes too early");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../x.npy", "/abs.npy", "C:\\x.npy", "a\\..\\b.npy", "x.txt", "a\rb.npy", "\u202ex.npy", ".npy/"
            })
    void archivesWithStrangeNames(String name) throws IOException {
        Path file = folder.resolve("a.npz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(name));
        }
        Throwable thrown = catchThrowable(() -> Npz.read(file));
        assertThat(thrown).isNotNull();
        DamagedFilesTest.explained(thrown, file);
    }

    @Test
    void archivesOfTooManyEntriesAndOfBombs() throws IOException {
        Path many = folder.resolve("many.npz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(many))) {
            for (int i = 0; i <= 10_000; i++) {
                zip.putNextEntry(new ZipEntry(i + ".npy"));
            }
        }
        assertThatThrownBy(() -> Npz.read(many)).hasMessageContaining("are more than 10000");
        Path bomb = folder.resolve("bomb.npz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
            zip.putNextEntry(new ZipEntry("x.npy"));
            Npy.write(zip, NdArray.of(new int[] {4 << 20}, new float[4 << 20]));
        }
        assertThatThrownBy(() -> Npz.read(bomb)).hasMessageContaining("inflation beyond 200 to 1");
    }

    @Test
    void whatIsNoRegularFileIsRefused() throws IOException {
        assertThatThrownBy(() -> Npy.read(folder)).hasMessageContaining("is not a regular file");
        assertThatThrownBy(() -> Npy.read(folder.resolve("absent"))).hasMessageContaining("does not exist");
        Path loop = Files.createSymbolicLink(folder.resolve("loop"), folder.resolve("loop"));
        DamagedFilesTest.explained(catchThrowable(() -> Npy.read(loop)), loop);
        assertThatThrownBy(() -> Npy.read(Path.of("/dev/zero"))).hasMessageContaining("is not a regular file");
    }

    @Test
    void aFailedWriteLeavesNothingBehind() throws IOException {
        Path target = Files.createDirectory(folder.resolve("taken"));
        Files.createFile(target.resolve("inside"));
        assertThatThrownBy(() -> Npy.write(target, NdArray.of(new int[] {1}, 1f)))
                .hasMessageContaining("taken");
        assertThatThrownBy(() -> Npy.write(folder.resolve("no/such/a.npy"), NdArray.of(new int[] {1}, 1f)))
                .hasMessageContaining("check folder");
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(target);
        }
    }
}
