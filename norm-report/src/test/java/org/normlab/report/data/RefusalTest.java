package org.normlab.report.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;

/** What the file says wrong is one kind of refusal, what the machine lacks another. */
class RefusalTest {
    private static void refused(Kind kind, ThrowingCallable reading) {
        assertThatExceptionOfType(NormException.class)
                .isThrownBy(reading)
                .satisfies(e -> assertThat(e.kind()).isEqualTo(kind));
    }

    /** A file on a disk that breaks after a few bytes. */
    private static InputStream breaking() {
        return new InputStream() {
            private int left = 7;

            @Override
            public int read() throws IOException {
                if (left-- <= 0) {
                    throw new IOException("Input/output error");
                }
                return '1';
            }
        };
    }

    @Test
    void memoryAndDisksAreTheMachines() {
        refused(
                Kind.RESOURCE,
                () -> Memory.demand("big.npy", Runtime.getRuntime().maxMemory()));
        refused(Kind.RESOURCE, () -> Content.parse("a.csv", breaking(), content -> content.exactly(9)));
    }

    @Test
    void whatStandsInAFileIsTheFiles() {
        InputStream empty = InputStream.nullInputStream();
        refused(Kind.OPTION, () -> Content.parse("a.npy", empty, content -> content.exactly(9)));
    }
}
