package org.normlab.report.bench;

import java.util.List;
import java.util.Map;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;
import org.normlab.report.net.Activation;
import org.normlab.report.net.Initialization;
import org.normlab.report.net.Network;
import org.normlab.report.net.Networks;
import org.normlab.report.net.Placement;
import org.normlab.report.net.Recipe;
import org.normlab.report.random.Stream;
import org.normlab.report.random.Streams;
import org.normlab.report.train.Optimizer;
import org.normlab.report.train.Sgd;
import org.normlab.variants.Variants;

/** One training step of ours on a batch that stays the same. */
final class OwnTraining implements Runnable {
    private final Network network;
    private final Optimizer optimizer;
    private final Tensor inputs;
    private final int[] labels;

    OwnTraining(Perceptron perceptron) {
        Shape shape = Shape.nc(perceptron.batch(), perceptron.inputs());
        Tensor float32 = Tensor.of(Shape.of("C", 1), new float[1]);
        Streams streams = Streams.root(1);
        Recipe recipe = new Recipe(
                input -> Variants.standard().create("batch", input, Map.of()),
                Placement.BEFORE_ACTIVATION,
                Activation.RELU,
                Recipe.Drop.NONE,
                new Recipe.Start(Initialization.STANDARD, 1, streams, float32));
        network = Networks.mlp(shape, List.copyOf(perceptron.hidden()), perceptron.classes(), recipe);
        optimizer = new Optimizer(new Sgd(Perceptron.MOMENTUM), Optimizer.Bounds.NONE, network.parameters());
        Stream stream = streams.open("batch");
        inputs = float32.like(shape);
        for (int i = 0; i < shape.count(); i++) {
            inputs.set(i, stream.gaussian());
        }
        labels = perceptron.labels();
    }

    @Override
    public void run() {
        network.lossAndGradients(inputs, labels);
        optimizer.step(Perceptron.RATE);
    }
}
