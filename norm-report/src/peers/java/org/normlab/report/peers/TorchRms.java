package org.normlab.report.peers;

import java.util.Map;
import java.util.Optional;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.normlab.report.bench.Pass;
import org.normlab.report.bench.Result;
import org.normlab.report.bench.Rival;

/** RMS norm of libtorch, which this version puts together from other operations; its backward is autograd's. */
final class TorchRms implements Rival {
    private final TorchTensors tensors;
    private final long[] normalized;
    private final DoubleOptional eps;
    private final TensorVector inputs = new TensorVector();
    private final TensorVector outputs;
    private final TensorVector gradients;
    private final TensorOptional weight;

    TorchRms(TorchTensors tensors) {
        this.tensors = tensors;
        this.normalized = new long[] {tensors.form().channels()};
        this.eps = new DoubleOptional(tensors.eps());
        Tensor x = tensors.x().detach().set_requires_grad(true);
        inputs.push_back(x);
        if (tensors.weight().has_value()) {
            Tensor leaf = tensors.weight().get().detach().set_requires_grad(true);
            inputs.push_back(leaf);
            this.weight = new TensorOptional(leaf);
        } else {
            this.weight = tensors.weight();
        }
        this.outputs = new TensorVector(torch.rms_norm(x, normalized, weight, eps));
        this.gradients = new TensorVector(tensors.dy());
    }

    @Override
    public Optional<Runnable> task(Pass pass) {
        return Optional.of(
                pass == Pass.BACKWARD ? () -> Scoped.run(this::differentiated) : () -> Scoped.run(this::normalized));
    }

    private Tensor normalized() {
        return torch.rms_norm(tensors.x(), normalized, tensors.weight(), eps);
    }

    private TensorVector differentiated() {
        return torch.grad(outputs, inputs, gradients, new BoolOptional(true), false, false);
    }

    @Override
    public Map<Result, double[]> results() {
        return Scoped.get(() -> {
            TensorVector found = differentiated();
            Optional<Tensor> dweight = found.size() > 1 ? Optional.of(found.get(1)) : Optional.empty();
            return tensors.results(outputs.get(0).detach(), found.get(0), dweight, Optional.empty());
        });
    }

    @Override
    public void close() {
        outputs.close();
        inputs.close();
        gradients.close();
        tensors.close();
    }
}
