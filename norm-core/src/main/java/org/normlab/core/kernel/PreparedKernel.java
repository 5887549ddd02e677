package org.normlab.core.kernel;

import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * A vector kernel for which the plain loops, which give the same bits, stand in until the compiler has made vectors of it.
 *
 * <p>Vectors that are interpreted are objects, a thousand times slower than plain loops. A {@link WarmUp} sees to it that they are
 * compiled, method by method, aside from the passes.
 */
final class PreparedKernel implements ChosenKernel {
    private final Kernel plain;
    private final Kernel vector;
    private final WarmUp narrow;
    private final WarmUp wide;

    /** With drills of the vector kernel for a type: float64 or else float32. */
    PreparedKernel(Kernel plain, Kernel vector, BiFunction<Kernel, Boolean, Drill> drill) {
        this.plain = plain;
        this.vector = vector;
        this.narrow = new WarmUp(() -> drill.apply(vector, false), WarmUp.LONGEST);
        this.wide = new WarmUp(() -> drill.apply(vector, true), WarmUp.LONGEST);
    }

    /** Waits for vectors of float32, and of float64 if passes have asked for them. */
    void await() {
        narrow.await();
        if (wide.state() != WarmUp.State.IDLE) {
            wide.await();
        }
    }

    Stream<WarmUp.State> states() {
        return Stream.of(narrow.state(), wide.state());
    }

    @Override
    public Kernel choice(View x, Coefficients c) {
        WarmUp warmUp = x.isWide() ? wide : narrow;
        return warmUp.isDone() ? vector : plain;
    }
}
