package org.normlab.report.peers;

import java.util.Map;
import java.util.Optional;
import org.bytedeco.javacpp.BoolPointer;
import org.bytedeco.pytorch.T_TensorTensorTensor_T;
import org.bytedeco.pytorch.global.torch;
import org.normlab.report.bench.Pass;
import org.normlab.report.bench.Result;
import org.normlab.report.bench.Rival;

/** Group norm of libtorch, which has no function of its own that writes into a given output. */
final class TorchGroup implements Rival {
    private final TorchTensors tensors;
    private final Form form;
    /** Output, means and reciprocal deviations; a tensor got from a tuple lives as long as the tuple. */
    private final T_TensorTensorTensor_T kept;

    private final BoolPointer mask;

    TorchGroup(TorchTensors tensors) {
        this.tensors = tensors;
        this.form = tensors.form();
        this.mask = tensors.mask();
        this.kept = normalized();
    }

    @Override
    public Optional<Runnable> task(Pass pass) {
        return Optional.of(
                pass == Pass.BACKWARD ? () -> Scoped.run(this::gradients) : () -> Scoped.run(this::normalized));
    }

    private T_TensorTensorTensor_T normalized() {
        return torch.native_group_norm(
                tensors.x(),
                tensors.weight(),
                tensors.bias(),
                form.examples(),
                form.channels(),
                form.positions(),
                form.groups(),
                tensors.eps());
    }

    private T_TensorTensorTensor_T gradients() {
        return torch.native_group_norm_backward(
                tensors.dy(),
                tensors.x(),
                kept.get1(),
                kept.get2(),
                tensors.weight(),
                form.examples(),
                form.channels(),
                form.positions(),
                form.groups(),
                mask);
    }

    @Override
    public Map<Result, double[]> results() {
        return Scoped.get(() -> tensors.results(kept.get0(), gradients()));
    }

    @Override
    public void close() {
        kept.close();
        tensors.close();
    }
}
