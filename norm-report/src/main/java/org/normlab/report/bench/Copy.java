package org.normlab.report.bench;

import java.util.stream.IntStream;

/**
 * The floor under every pass: copying as many bytes as it must move, half of them read and half written.
 *
 * <p>A forward pass reads x and writes y, which is one copy. A backward pass reads x and dy and writes dx; copying moves bytes in pairs
 * of a read and a write, so those three tensors are one and a half copies.
 */
final class Copy {
    static final String NAME = "copy";

    /** Below this many elements a copy is over before a second thread has started. */
    private static final int SMALL = 1 << 17;

    private final float[] source;
    private final float[] target;

    Copy(Problem problem) {
        this.source = problem.x().toFMatrix().data.clone();
        this.target = new float[source.length];
    }

    /** The copy that stands beside a pass. */
    Runnable task(Pass pass, int threads) {
        int rest = source.length * (pass.tensors() - 2) / 2;
        return () -> {
            copy(source.length, threads);
            copy(rest, threads);
        };
    }

    private void copy(int length, int threads) {
        if (threads == 1 || length < SMALL) {
            System.arraycopy(source, 0, target, 0, length);
        } else {
            IntStream.range(0, threads).parallel().forEach(part -> {
                int from = (int) ((long) length * part / threads);
                int to = (int) ((long) length * (part + 1) / threads);
                System.arraycopy(source, from, target, from, to - from);
            });
        }
    }
}
