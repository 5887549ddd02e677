package org.normlab.report.peers;

import java.util.Optional;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.pytorch.global.torch;
import org.normlab.report.bench.Peer;
import org.normlab.report.bench.Problem;
import org.normlab.report.bench.Rival;

/** Intel's oneDNN, float32 in plain layouts. It has no RMS norm in this version, and keeps no running statistics. */
public final class OneDnn implements Peer {
    private final engine engine = new engine(org.bytedeco.dnnl.engine.kind.cpu, 0);

    /** For {@link java.util.ServiceLoader}. */
    public OneDnn() {}

    @Override
    public String name() {
        return "oneDNN";
    }

    @Override
    public String version() {
        return dnnl.DNNL_VERSION_MAJOR + "." + dnnl.DNNL_VERSION_MINOR + "." + dnnl.DNNL_VERSION_PATCH;
    }

    /** Both libraries share one OpenMP runtime in this process, and a primitive keeps the number that it was made with. */
    @Override
    public void threads(int count) {
        torch.set_num_threads(count);
    }

    @Override
    public Optional<Rival> rival(Problem problem) {
        return Form.of(problem.workload())
                .filter(form ->
                        problem.x().isFloat32() && form.kind() != Form.Kind.RMS && TorchTensors.fits(form, problem))
                .map(form -> new DnnlRival(engine, form, problem));
    }
}
