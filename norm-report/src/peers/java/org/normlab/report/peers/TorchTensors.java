package org.normlab.report.peers;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.javacpp.BoolPointer;
import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.T_TensorTensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.normlab.report.bench.Problem;
import org.normlab.report.bench.Result;
import org.normlab.report.peers.Form.Kind;
import org.normlab.report.peers.Form.Order;

/** A problem's tensors as libtorch's, and results back as arrays. */
final class TorchTensors implements AutoCloseable {
    private final Form form;
    private final Problem problem;
    private final Tensor x;
    private final Tensor dy;
    private final TensorOptional weight;
    private final TensorOptional bias;

    TorchTensors(Form form, Problem problem) {
        this.form = form;
        this.problem = problem;
        this.x = formed(problem.x());
        this.dy = formed(problem.dy());
        this.weight = problem.weight().map(this::repeated).orElseGet(TensorOptional::new);
        this.bias = problem.bias().map(this::repeated).orElseGet(TensorOptional::new);
    }

    /** Whether the form's operation takes parameters like these. */
    static boolean fits(Form form, Problem problem) {
        int entries = problem.weight().map(w -> w.shape().count()).orElse(form.channels());
        return form.kind() == Kind.BATCH ? form.channels() % entries == 0 : form.channels() == entries;
    }

    Form form() {
        return form;
    }

    Tensor x() {
        return x;
    }

    Tensor dy() {
        return dy;
    }

    TensorOptional weight() {
        return weight;
    }

    TensorOptional bias() {
        return bias;
    }

    double eps() {
        return problem.norm().epsilon().value();
    }

    /** Running means or variances as a tensor of x's type. */
    TensorOptional running(double... values) {
        return new TensorOptional(tensor(values, values.length));
    }

    /** Room for a value a channel. */
    Tensor channels() {
        return tensor(new double[form.channels()], form.channels());
    }

    Problem problem() {
        return problem;
    }

    /** All three gradients are wanted, or one without parameters. */
    BoolPointer mask() {
        boolean affine = problem.weight().isPresent();
        return new BoolPointer(3)
                .put(0, true)
                .put(1, affine)
                .put(2, affine && problem.bias().isPresent());
    }

    private TensorOptional repeated(org.normlab.core.Tensor parameter) {
        double[] values = new double[form.channels()];
        for (int i = 0; i < values.length; i++) {
            values[i] = parameter.get(i % parameter.shape().count());
        }
        return new TensorOptional(tensor(values, values.length));
    }

    /** Examples by channels, and by positions where there are any; channels last are strides, not another order of axes. */
    private Tensor formed(org.normlab.core.Tensor values) {
        int n = form.examples() * form.parts();
        int c = form.channels();
        int s = form.positions();
        double[] all = values.toArray();
        if (form.order() == Order.CHANNELS_LAST) {
            return tensor(all, n, s, 1, c).permute(0, 3, 1, 2);
        }
        if (isPermuted()) {
            return tensor(all, n, c, s).permute(0, 2, 1);
        }
        return s == 1 ? tensor(all, n, c) : tensor(all, n, c, s);
    }

    /** A layer norm over channels that are not last. */
    private boolean isPermuted() {
        return form.kind() == Kind.LAYER && form.positions() > 1;
    }

    private Tensor tensor(double[] values, long... sizes) {
        Tensor doubles = torch.empty(sizes, new TensorOptions(torch.ScalarType.Double), new MemoryFormatOptional());
        doubles.data_ptr_double().put(values);
        if (!problem.x().isFloat32()) {
            return doubles;
        }
        Tensor floats = doubles.to(torch.ScalarType.Float);
        doubles.close();
        return floats;
    }

    /** The elements of a tensor of x's form, in memory order of the problem's x. */
    double[] read(Tensor tensor) {
        if (form.order() == Order.CHANNELS_LAST) {
            return Scoped.get(() -> flat(tensor.permute(0, 2, 3, 1)));
        }
        return Scoped.get(() -> flat(isPermuted() ? tensor.permute(0, 2, 1) : tensor));
    }

    /** The elements of a tensor. */
    static double[] flat(Tensor tensor) {
        return Scoped.get(() -> {
            double[] values = new double[Math.toIntExact(tensor.numel())];
            tensor.contiguous().to(torch.ScalarType.Double).data_ptr_double().get(values);
            return values;
        });
    }

    /** Output and gradients as the problem has them. */
    Map<Result, double[]> results(Tensor y, Tensor dx, Optional<Tensor> dweight, Optional<Tensor> dbias) {
        Map<Result, double[]> results = new EnumMap<>(Result.class);
        results.put(Result.OUTPUT, read(y));
        results.put(Result.INPUT_GRADIENT, read(dx));
        problem.weight()
                .ifPresent(w -> results.put(
                        Result.WEIGHT_GRADIENT,
                        folded(dweight.orElseThrow(), w.shape().count())));
        problem.bias()
                .ifPresent(b -> results.put(
                        Result.BIAS_GRADIENT,
                        folded(dbias.orElseThrow(), b.shape().count())));
        return results;
    }

    /** The same from what libtorch's backward functions return. */
    Map<Result, double[]> results(Tensor y, T_TensorTensorTensor_T gradients) {
        return results(y, gradients.get0(), Optional.of(gradients.get1()), Optional.of(gradients.get2()));
    }

    /** Sums the gradients of repeated entries. */
    private static double[] folded(Tensor gradient, int entries) {
        double[] all = flat(gradient);
        double[] sums = new double[entries];
        for (int i = 0; i < all.length; i++) {
            sums[i % entries] += all[i];
        }
        return sums;
    }

    @Override
    public void close() {
        x.close();
        dy.close();
    }
}
