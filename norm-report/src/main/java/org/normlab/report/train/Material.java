package org.normlab.report.train;

import java.util.stream.IntStream;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;
import org.normlab.report.data.Dataset;
import org.normlab.report.data.Dense;
import org.normlab.report.data.Split;
import org.normlab.report.random.Streams;
import org.normlab.report.trial.Fields;
import org.normlab.report.trial.Trial;

/**
 * The data of one trial: split for its replicate and scaled by the training part.
 *
 * @param dataset split rule, digest and labels
 * @param parts training, validation and test samples
 * @param streams the random streams of this data set and replicate
 */
record Material(Dataset dataset, Task.Data parts, Streams streams) {

    static Material of(Trial trial, Dataset whole) {
        Streams streams = Streams.root(trial.get(Fields.ROOT_SEED))
                .with("data", trial.get(Fields.DATA))
                .with("replicate", trial.get(Fields.REPLICATE));
        int kept = trial.get(Fields.TRAIN_EXAMPLES);
        Dataset dataset = kept == 0 ? whole : whole.limitedTo(kept);
        Split split = dataset.split(streams.open("split").permutation(dataset.count()));
        Dataset scaled = dataset.scaledBy(split.train());
        Task.Data parts = new Task.Data(
                samples(trial, scaled, split.train()),
                samples(trial, scaled, split.validation()),
                samples(trial, scaled, split.test()));
        return new Material(scaled, parts, streams);
    }

    private static Samples samples(Trial trial, Dataset dataset, int[] rows) {
        Shape shape = dataset.examples().batchShape(rows);
        Tensor inputs = trial.get(Fields.PRECISION).equals("float64")
                ? Tensor.of(shape, new double[shape.count()])
                : Tensor.of(shape, new float[shape.count()]);
        dataset.examples().gather(rows, inputs);
        double scale = trial.get(Fields.INPUT_SCALE);
        boolean scaled = scale != 1 && dataset.examples() instanceof Dense;
        for (int i = 0; scaled && i < shape.count(); i++) {
            inputs.set(i, scale * inputs.get(i));
        }
        int[] labels = IntStream.of(rows).map(row -> dataset.labels().of(row)).toArray();
        return new Samples(inputs, labels, dataset.examples().lengths(rows));
    }

    /** The shape of a batch of one example. */
    Shape input() {
        return dataset.exampleShape();
    }

    int classes() {
        return dataset.labels().classCount();
    }
}
