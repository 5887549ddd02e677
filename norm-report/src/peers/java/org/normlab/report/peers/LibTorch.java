package org.normlab.report.peers;

import java.util.Optional;
import org.bytedeco.pytorch.global.torch;
import org.normlab.report.bench.Peer;
import org.normlab.report.bench.Perceptron;
import org.normlab.report.bench.Problem;
import org.normlab.report.bench.Rival;

/**
 * PyTorch's C++ library, called as its own layers call it, but with outputs that are used again where it can write into a given one.
 *
 * <p>A call from Java costs it less than a microsecond, which shows on the smallest shapes alone.
 */
public final class LibTorch implements Peer {

    /** For {@link java.util.ServiceLoader}. */
    public LibTorch() {}

    @Override
    public String name() {
        return "libtorch";
    }

    @Override
    public String version() {
        return torch.TORCH_VERSION;
    }

    @Override
    public void threads(int count) {
        torch.set_num_threads(count);
    }

    @Override
    public Optional<Rival> rival(Problem problem) {
        return Form.of(problem.workload())
                .filter(form -> TorchTensors.fits(form, problem))
                .map(form -> rival(new TorchTensors(form, problem)));
    }

    private static Rival rival(TorchTensors tensors) {
        return switch (tensors.form().kind()) {
            case BATCH -> new TorchBatch(tensors);
            case LAYER -> new TorchLayer(tensors);
            case RMS -> new TorchRms(tensors);
            case GROUP -> new TorchGroup(tensors);
        };
    }

    @Override
    public Optional<Runnable> training(Perceptron perceptron) {
        return Optional.of(new TorchTraining(perceptron));
    }
}
