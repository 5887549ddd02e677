package org.normlab.report.peers;

import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.SkipExecutionHook;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.pytorch.global.torch;

/** Skips a comparison if the native library cannot load on this machine, and says so; for no other reason. */
final class NeedsNatives implements SkipExecutionHook {

    /** For jqwik. */
    NeedsNatives() {}

    @Override
    public SkipResult shouldBeSkipped(LifecycleContext context) {
        try {
            Loader.load(torch.class);
            Loader.load(dnnl.class);
            return SkipResult.doNotSkip();
        } catch (UnsatisfiedLinkError missing) {
            String reason = "parity not compared: " + missing.getMessage();
            System.err.println(reason);
            return SkipResult.skip(reason);
        }
    }
}
