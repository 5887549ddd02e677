package org.normlab.report.peers;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.BatchNorm1dImpl;
import org.bytedeco.pytorch.BatchNormOptions;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.SGD;
import org.bytedeco.pytorch.SGDOptions;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.normlab.report.bench.Perceptron;

/** One training step of libtorch's own modules and optimizer on a batch that stays the same. */
final class TorchTraining implements Runnable {
    private final List<LinearImpl> linear = new ArrayList<>();
    private final List<BatchNorm1dImpl> norms = new ArrayList<>();
    private final SGD optimizer;
    private final Tensor inputs;
    private final Tensor labels;

    TorchTraining(Perceptron perceptron) {
        TensorVector parameters = new TensorVector();
        List<Integer> widths = perceptron.widths();
        for (int layer = 1; layer < widths.size(); layer++) {
            LinearImpl map = new LinearImpl(widths.get(layer - 1), widths.get(layer));
            linear.add(map);
            parameters.push_back(map.weight()).push_back(map.bias());
            if (layer < widths.size() - 1) {
                BatchNorm1dImpl norm = new BatchNorm1dImpl(new BatchNormOptions(widths.get(layer)));
                norms.add(norm);
                parameters.push_back(norm.weight()).push_back(norm.bias());
            }
        }
        SGDOptions options = new SGDOptions(Perceptron.RATE);
        options.momentum().put(Perceptron.MOMENTUM);
        optimizer = new SGD(parameters, options);
        inputs = torch.randn(perceptron.batch(), perceptron.inputs());
        labels = torch.tensor(perceptron.labels()).to(torch.ScalarType.Long);
    }

    @Override
    public void run() {
        Scoped.run(() -> {
            optimizer.zero_grad();
            torch.cross_entropy(logits(), labels).backward();
            optimizer.step();
        });
    }

    private Tensor logits() {
        Tensor x = inputs;
        for (int layer = 0; layer < norms.size(); layer++) {
            x = torch.relu(norms.get(layer).forward(linear.get(layer).forward(x)));
        }
        return linear.get(norms.size()).forward(x);
    }
}
