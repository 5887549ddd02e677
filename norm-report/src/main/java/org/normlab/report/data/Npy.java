package org.normlab.report.data;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.normlab.core.NormException;

/**
 * NumPy's NPY files of plain numbers.
 *
 * <p>Read: versions 1.0 to 3.0, {@code f4 f8 i1..i8 u1..u8 b1} of either byte order, C and Fortran order. The header may
 * have 64 KiB; what follows it must be exactly the data. Written: version 1.0, little-endian, C order.
 */
public final class Npy {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int MAX_HEADER = 1 << 16;
    private static final int ALIGNMENT = 64;

    private Npy() {}

    /**
     * Reads a file, which may be gzipped.
     *
     * @param file its path
     * @return the numbers in row-major order
     * @throws NormException OPTION, naming file, byte, value and mend, if it is no such file
     */
    public static NdArray read(Path file) {
        return Content.read(file, Npy::read);
    }

    /** Reads one array that ends with its content. */
    static NdArray read(Content content) throws IOException {
        byte[] start = content.exactly(8);
        if (!Arrays.equals(start, 0, 6, MAGIC, 0, 6)) {
            throw content.refuse("first bytes", "are not the mark of an NPY file", "save the array with NumPy's save");
        }
        if (start[6] < 1 || start[6] > 3 || start[7] != 0) {
            throw content.refuse(
                    "version " + (start[6] & 0xff) + "." + (start[7] & 0xff),
                    "is not supported",
                    "save it as version 1.0, 2.0 or 3.0");
        }
        long length = length(content, start[6] == 1 ? 2 : 4);
        if (length > MAX_HEADER) {
            throw content.refuse(
                    "header length " + length, "is more than " + MAX_HEADER, "save a plain array with NumPy's save");
        }
        String text = new String(content.exactly((int) length), StandardCharsets.ISO_8859_1);
        NpyHeader header = NpyHeader.parse(text, content);
        int size = ArraySize.bytes(header.sizes(), header.type()).orElseThrow();
        byte[] data = content.exactly(size);
        content.end();
        if (header.columnMajor()) {
            data = RowMajor.of(data, header.sizes(), header.type().bytes());
        }
        return new NdArray(header.type(), header.sizes(), ByteBuffer.wrap(data).order(header.order()));
    }

    private static long length(Content content, int bytes) throws IOException {
        ByteBuffer field = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        field.put(content.exactly(bytes));
        return field.getLong(0);
    }

    /**
     * Writes a file whole or not at all: beside the target, forced to disk, then renamed over it.
     *
     * @param file the target
     * @param array what to write
     * @throws NormException OPTION if it cannot be written there
     */
    public static void write(Path file, NdArray array) {
        Output.write(file, stream -> write(stream, array));
    }

    /** Writes header and data. */
    static void write(OutputStream stream, NdArray array) throws IOException {
        String text = NpyHeader.text(array);
        int padding = Math.floorMod(-(MAGIC.length + 4 + text.length() + 1), ALIGNMENT);
        byte[] header = (text + " ".repeat(padding) + "\n").getBytes(StandardCharsets.US_ASCII);
        stream.write(MAGIC);
        stream.write(new byte[] {1, 0, (byte) header.length, (byte) (header.length >> 8)});
        stream.write(header);
        stream.write(array.littleEndian().array());
    }
}
