package org.normlab.report.data;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/** Stops a decompressor whose output grows beyond all reason: real bytes are counted, declared sizes are not trusted. */
final class InflationGuard extends FilterInputStream {
    /** Real images and tables compress at most 30 to 1; deflate itself ends at 1030 to 1. */
    static final int MAX_RATIO = 200;

    private static final long FREE = 1 << 20;

    private final CountingStream packed;
    private final long packedBefore;
    private long inflated;

    InflationGuard(InputStream inflating, CountingStream packed) {
        super(inflating);
        this.packed = packed;
        this.packedBefore = packed.count();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        int read = super.read(target, from, length);
        inflated += Math.max(read, 0);
        if (inflated > FREE && inflated / MAX_RATIO > packed.count() - packedBefore) {
            throw new ZipException("inflation beyond " + MAX_RATIO + " to 1");
        }
        return read;
    }
}
