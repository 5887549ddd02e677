package org.normlab.core.kernel;

/** Chooses the kernel once, and says which and why. */
public final class Kernels {
    private Kernels() {}

    static Kernel chosen() {
        return Holder.KERNEL;
    }

    private static final class Holder {
        static final Kernel KERNEL = new ScalarKernel();
    }
}
