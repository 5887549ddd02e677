package org.normlab.variants;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.normlab.core.Gradients;
import org.normlab.core.Moments;
import org.normlab.core.Normalized;
import org.normlab.core.Normalizer;
import org.normlab.core.RunningMoments;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;

/** What our normalizer gives for a reference case, under the roles of the reference. */
record TorchReplay(TorchCase torch, Normalizer normalizer, Normalized pass, Gradients gradients) {

    static TorchReplay of(TorchCase torch, TorchOp op) {
        Normalizer normalizer = op.normalizer().apply(torch);
        Normalized pass = normalizer.forward(torch.tensor("X"));
        return new TorchReplay(torch, normalizer, pass, pass.backward(torch.tensor("grad_output")));
    }

    double[] value(String role) {
        return switch (role) {
            case "Y" -> pass.output().toArray();
            case "grad_X" -> gradients.input().toArray();
            case "grad_weight" -> gradients.parameter("weight").toArray();
            case "grad_bias" -> gradients.parameter("bias").toArray();
            case "mean" -> statistics(pass.moments()::mean);
            case "rstd" ->
                statistics(s -> normalizer.epsilon().scale(pass.moments().variance(s)));
            case "running_mean" -> channels(running()::mean);
            case "running_var" -> channels(running()::variance);
            default -> throw new IllegalArgumentException(role);
        };
    }

    private double[] statistics(IntToDoubleFunction value) {
        double[] values = new double[pass.moments().size()];
        Arrays.setAll(values, value);
        return values;
    }

    private double[] channels(IntToDoubleFunction value) {
        double[] values = new double[torch.sizes("X")[1]];
        Arrays.setAll(values, value);
        return values;
    }

    /** The state after the call; with statistics of each example, the mean of the states that each of them alone would leave. */
    private RunningMoments running() {
        RunningMoments start = torch.running(torch.rule());
        if (normalizer instanceof InstanceNorm) {
            return meanOverExamples(start);
        }
        return start.update(pass.moments());
    }

    private RunningMoments meanOverExamples(RunningMoments start) {
        int channels = start.channels();
        int[] sizes = torch.sizes("X");
        int examples = sizes[0];
        sizes[0] = 1;
        Shape one = Shape.of(torch.tensor("X").shape().layout(), sizes);
        double[] means = new double[channels];
        double[] variances = new double[channels];
        for (int n = 0; n < examples; n++) {
            double[] x = Arrays.copyOfRange(torch.values("X"), n * one.count(), (n + 1) * one.count());
            Moments moments = normalizer.forward(Tensor.of(one, x)).moments();
            RunningMoments after = start.update(moments);
            for (int c = 0; c < channels; c++) {
                means[c] += after.mean(c) / examples;
                variances[c] += after.variance(c) / examples;
            }
        }
        return RunningMoments.of(start.rule(), means, variances, 1);
    }
}
