package org.normlab.core.kernel;

import static java.lang.invoke.MethodType.methodType;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.util.Objects;

/**
 * Copies of vector kernels for lines whose centre is 0, which takes a subtraction from every vector.
 *
 * <p>A copy is a hidden class from the same bytes, so that the compiler meets its constant {@code SHIFTED} as false and leaves the
 * subtraction out, as if it had been written a second time without. What is subtracted otherwise is 0, so no bit of a result differs.
 */
final class Unshifted {
    private static final ClassValue<Kernel> COPIES = new ClassValue<>() {
        @Override
        public Kernel computeValue(Class<?> original) {
            return copy(original);
        }
    };

    private Unshifted() {}

    /** The copy of a kernel. */
    static Kernel of(Class<? extends Kernel> original) {
        return COPIES.get(original);
    }

    private static Kernel copy(Class<?> original) {
        try (InputStream bytes = original.getResourceAsStream(original.getSimpleName() + ".class")) {
            MethodHandles.Lookup copy = MethodHandles.lookup()
                    .defineHiddenClass(Objects.requireNonNull(bytes).readAllBytes(), true);
            return (Kernel) copy.findConstructor(copy.lookupClass(), methodType(void.class))
                    .asType(methodType(Kernel.class))
                    .invokeExact();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (Throwable e) {
            throw ApartKernel.unchecked(e);
        }
    }
}
