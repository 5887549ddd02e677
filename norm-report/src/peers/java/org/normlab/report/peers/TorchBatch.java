package org.normlab.report.peers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bytedeco.javacpp.BoolPointer;
import org.bytedeco.pytorch.T_TensorTensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.normlab.core.Tracked;
import org.normlab.report.bench.Pass;
import org.normlab.report.bench.Result;
import org.normlab.report.bench.Rival;

/** Batch norm of libtorch, over all examples or over stretches of them one after the other. */
final class TorchBatch implements Rival {
    /** The weight of the new value in running statistics. */
    private static final double MOMENTUM = 0.1;

    private final TorchTensors tensors;
    private final Tensor y;
    private final List<Part> parts = new ArrayList<>();
    private final TensorOptional none = new TensorOptional();
    private final TensorOptional mean;
    private final TensorOptional variance;
    private final BoolPointer mask;

    private final Tensor unused;

    /** A stretch of examples; its statistics are kept for the backward. */
    private record Part(Tensor x, Tensor y, Tensor dy, Tensor mean, Tensor scale) {}

    TorchBatch(TorchTensors tensors) {
        this.tensors = tensors;
        this.y = torch.empty_like(tensors.x());
        this.mean = tensors.running(tensors.problem().means());
        this.variance = tensors.running(tensors.problem().variances());
        this.mask = tensors.mask();
        this.unused = tensors.channels();
        for (int part = 0; part < tensors.form().parts(); part++) {
            parts.add(new Part(
                    stretch(tensors.x(), part),
                    stretch(y, part),
                    stretch(tensors.dy(), part),
                    tensors.channels(),
                    tensors.channels()));
        }
    }

    private Tensor stretch(Tensor all, long part) {
        int length = tensors.form().examples();
        return all.narrow(0, part * length, length);
    }

    @Override
    public Optional<Runnable> task(Pass pass) {
        boolean given = pass == Pass.EVALUATION && tensors.problem().norm() instanceof Tracked;
        parts.forEach(part -> Scoped.run(() -> forward(part, none, none)));
        if (pass == Pass.BACKWARD) {
            return Optional.of(() -> parts.forEach(part -> Scoped.run(() -> backward(part))));
        }
        return Optional.of(
                given
                        ? () -> parts.forEach(part -> Scoped.run(() -> evaluation(part)))
                        : () -> parts.forEach(part -> Scoped.run(() -> forward(part, none, none))));
    }

    private void forward(Part part, TensorOptional means, TensorOptional variances) {
        torch.native_batch_norm_out(
                part.y,
                part.mean,
                part.scale,
                part.x,
                tensors.weight(),
                tensors.bias(),
                means,
                variances,
                true,
                MOMENTUM,
                tensors.eps());
    }

    private void evaluation(Part part) {
        torch.native_batch_norm_out(
                part.y,
                unused,
                unused,
                part.x,
                tensors.weight(),
                tensors.bias(),
                mean,
                variance,
                false,
                MOMENTUM,
                tensors.eps());
    }

    private T_TensorTensorTensor_T backward(Part part) {
        return torch.native_batch_norm_backward(
                part.dy,
                part.x,
                tensors.weight(),
                none,
                none,
                new TensorOptional(part.mean),
                new TensorOptional(part.scale),
                true,
                tensors.eps(),
                mask);
    }

    @Override
    public Map<Result, double[]> results() {
        return Scoped.get(() -> tensors.problem().norm() instanceof Tracked ? trackedResults() : plainResults());
    }

    private Map<Result, double[]> trackedResults() {
        TensorOptional means = tensors.running(tensors.problem().means());
        TensorOptional variances = tensors.running(tensors.problem().variances());
        Map<Result, double[]> results = results(means, variances);
        parts.forEach(this::evaluation);
        results.put(Result.EVALUATED, tensors.read(y));
        results.put(Result.RUNNING_MEAN, TorchTensors.flat(means.get()));
        results.put(Result.RUNNING_VARIANCE, TorchTensors.flat(variances.get()));
        return results;
    }

    private Map<Result, double[]> plainResults() {
        return results(none, none);
    }

    private Map<Result, double[]> results(TensorOptional means, TensorOptional variances) {
        List<T_TensorTensorTensor_T> gradients = new ArrayList<>();
        for (Part part : parts) {
            forward(part, means, variances);
            gradients.add(backward(part));
        }
        return tensors.results(
                y,
                torch.cat(all(gradients, g -> g.get0()), 0),
                tensors.problem().weight().map(w -> sum(all(gradients, g -> g.get1()))),
                tensors.problem().bias().map(b -> sum(all(gradients, g -> g.get2()))));
    }

    private static Tensor sum(TensorVector parts) {
        return torch.stack(parts).sum(0);
    }

    private static TensorVector all(
            List<T_TensorTensorTensor_T> gradients, Function<T_TensorTensorTensor_T, Tensor> which) {
        return new TensorVector(gradients.stream().map(which).toArray(Tensor[]::new));
    }

    @Override
    public void close() {
        y.close();
        tensors.close();
    }
}
