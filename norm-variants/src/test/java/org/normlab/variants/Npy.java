package org.normlab.variants;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;

/** Reads the one kind of NPY file that the reference vectors have: version 1.0, little-endian float64, C order. */
final class Npy {
    private static final int PREAMBLE = 10;

    private Npy() {}

    static double[] read(String resource) {
        try (InputStream in = Objects.requireNonNull(Npy.class.getResourceAsStream(resource), resource)) {
            ByteBuffer file = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
            file.position(PREAMBLE + file.getShort(PREAMBLE - Short.BYTES));
            double[] values = new double[file.remaining() / Double.BYTES];
            file.asDoubleBuffer().get(values);
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
