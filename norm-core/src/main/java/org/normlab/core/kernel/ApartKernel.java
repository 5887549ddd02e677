package org.normlab.core.kernel;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;

/**
 * A kernel that the compiler keeps apart from the passes that call it: it inlines no method behind a handle that is not a constant.
 *
 * <p>Inlined into a large pass, vectors may all be objects; compiled alone they are what a {@link Drill} has seen.
 */
final class ApartKernel implements Kernel {
    private final MethodHandle moments;
    private final MethodHandle apply;
    private final MethodHandle products;
    private final MethodHandle pullback;

    ApartKernel(Kernel kernel) {
        moments = handle(kernel, "moments", View.class, Block.class, Coefficients.class);
        apply = handle(kernel, "apply", View.class, Block.class, Coefficients.class, View.class);
        products = handle(kernel, "products", View.class, View.class, Block.class, Coefficients.class);
        pullback = handle(kernel, "pullback", View.class, View.class, Block.class, Coefficients.class, View.class);
    }

    private static MethodHandle handle(Kernel kernel, String method, Class<?>... parameters) {
        try {
            return MethodHandles.lookup().bind(kernel, method, methodType(void.class, parameters));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void moments(View x, Block b, Coefficients c) {
        try {
            moments.invokeExact(x, b, c);
        } catch (Throwable e) {
            throw unchecked(e);
        }
    }

    @Override
    public void apply(View x, Block b, Coefficients c, View y) {
        try {
            apply.invokeExact(x, b, c, y);
        } catch (Throwable e) {
            throw unchecked(e);
        }
    }

    @Override
    public void products(View x, View dy, Block b, Coefficients c) {
        try {
            products.invokeExact(x, dy, b, c);
        } catch (Throwable e) {
            throw unchecked(e);
        }
    }

    @Override
    public void pullback(View x, View dy, Block b, Coefficients c, View dx) {
        try {
            pullback.invokeExact(x, dy, b, c, dx);
        } catch (Throwable e) {
            throw unchecked(e);
        }
    }

    /** What a kernel has thrown: it declares nothing that is checked. */
    static RuntimeException unchecked(Throwable e) {
        if (e instanceof Error error) {
            throw error;
        }
        return (RuntimeException) e;
    }
}
