package org.normlab.report.peers;

import java.util.function.Supplier;
import org.bytedeco.javacpp.PointerScope;

/** Frees the native objects that some calls made, at once rather than when the garbage collector finds them. */
@SuppressWarnings("try") // a scope is there to be closed
final class Scoped {
    private Scoped() {}

    static void run(Runnable calls) {
        try (PointerScope scope = new PointerScope()) {
            calls.run();
        }
    }

    static <T> T get(Supplier<T> calls) {
        try (PointerScope scope = new PointerScope()) {
            return calls.get();
        }
    }
}
