package org.normlab.report.peers;

import java.util.Map;
import java.util.Optional;
import org.bytedeco.javacpp.BoolPointer;
import org.bytedeco.pytorch.T_TensorTensorTensor_T;
import org.bytedeco.pytorch.global.torch;
import org.normlab.report.bench.Pass;
import org.normlab.report.bench.Result;
import org.normlab.report.bench.Rival;

/** Layer norm of libtorch over the last axis; channels that are not last are permuted first, as networks do. */
final class TorchLayer implements Rival {
    private final TorchTensors tensors;
    private final long[] normalized;
    /** Output, means and reciprocal deviations; a tensor got from a tuple lives as long as the tuple. */
    private final T_TensorTensorTensor_T kept;

    private final BoolPointer mask;

    TorchLayer(TorchTensors tensors) {
        this.tensors = tensors;
        this.normalized = new long[] {tensors.form().channels()};
        this.mask = tensors.mask();
        this.kept = torch.native_layer_norm(tensors.x(), normalized, tensors.weight(), tensors.bias(), tensors.eps());
    }

    @Override
    public Optional<Runnable> task(Pass pass) {
        return Optional.of(
                pass == Pass.BACKWARD ? () -> Scoped.run(this::gradients) : () -> Scoped.run(this::normalized));
    }

    private T_TensorTensorTensor_T normalized() {
        return torch.native_layer_norm_out(
                kept.get0(),
                kept.get1(),
                kept.get2(),
                tensors.x(),
                normalized,
                tensors.weight(),
                tensors.bias(),
                tensors.eps());
    }

    private T_TensorTensorTensor_T gradients() {
        return torch.native_layer_norm_backward(
                tensors.dy(),
                tensors.x(),
                normalized,
                kept.get1(),
                kept.get2(),
                tensors.weight(),
                tensors.bias(),
                mask);
    }

    @Override
    public Map<Result, double[]> results() {
        Scoped.run(this::normalized);
        return Scoped.get(() -> tensors.results(kept.get0(), gradients()));
    }

    @Override
    public void close() {
        kept.close();
        tensors.close();
    }
}
