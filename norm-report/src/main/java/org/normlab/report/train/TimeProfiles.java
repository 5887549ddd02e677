package org.normlab.report.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.normlab.core.Tensor;
import org.normlab.report.net.Mode;
import org.normlab.report.net.Network;
import org.normlab.report.net.Parameter;
import org.normlab.report.net.SoftmaxCrossEntropy;
import org.normlab.report.trial.Curve;
import org.normlab.report.trial.Measures;

/** How sequences fare: gradients back through time, and errors by length. */
final class TimeProfiles {
    private static final int EXAMPLES = 128;
    private static final int BINS = 10;

    private final Task task;
    private final Network network;

    TimeProfiles(Task task) {
        this.task = task;
        network = task.network();
    }

    /** Gradients before training; they leave the network as it was. */
    List<Curve> atStart() {
        return gradients(Measures.INITIAL_GRADIENT_BY_TIME);
    }

    /** Those before training and those of the trained network, and its errors by length. */
    List<Curve> after(List<Curve> atStart) {
        List<Curve> all = new ArrayList<>(atStart);
        all.addAll(gradients(Measures.GRADIENT_BY_TIME));
        if (hasTime()) {
            all.add(errors());
        }
        return all;
    }

    /** One example's loss back to the state so many steps before its last, over the first training samples. */
    private List<Curve> gradients(String name) {
        Samples train = task.data().train();
        if (!hasTime()) {
            return List.of();
        }
        int count = Math.min(EXAMPLES, train.count());
        Batch batch = train.batch(count);
        train.gather(IntStream.range(0, count).toArray(), batch);
        network.lengths(batch.lengths());
        Tensor logits = network.forward(batch.inputs(), Mode.BATCH);
        Tensor gradient = logits.like(logits.shape());
        SoftmaxCrossEntropy.lossAndGradient(logits, batch.labels(), gradient);
        network.backward(gradient);
        network.parameters().forEach(TimeProfiles::clear);
        double[] norms = Arrays.stream(network.gradientByTime())
                .map(norm -> norm * count)
                .toArray();
        double[] steps = IntStream.range(0, norms.length).asDoubleStream().toArray();
        return norms.length == 0 ? List.of() : List.of(new Curve(name, steps, norms));
    }

    private boolean hasTime() {
        return IntStream.of(task.data().train().lengths()).anyMatch(length -> length > 1);
    }

    private static void clear(Parameter parameter) {
        for (int i = 0; i < parameter.gradient().shape().count(); i++) {
            parameter.gradient().set(i, 0);
        }
    }

    /** Test errors of sequences in ten equal ranges of length, each named by its end; ranges without a sequence are left out. */
    private Curve errors() {
        Samples test = task.data().test();
        boolean[] wrong = new Evaluator(network).wrong(test, Evaluation.RUNNING);
        int longest = IntStream.of(test.lengths()).max().orElse(1);
        int[] ends = IntStream.rangeClosed(1, BINS)
                .map(bin -> (bin * longest + BINS - 1) / BINS)
                .distinct()
                .filter(end -> IntStream.of(test.lengths()).anyMatch(length -> isIn(length, end, longest)))
                .toArray();
        double[] errors = Arrays.stream(ends)
                .mapToDouble(end -> IntStream.range(0, wrong.length)
                        .filter(i -> isIn(test.lengths()[i], end, longest))
                        .mapToDouble(i -> wrong[i] ? 1 : 0)
                        .average()
                        .orElseThrow())
                .toArray();
        return new Curve(
                Measures.ERROR_BY_LENGTH, Arrays.stream(ends).asDoubleStream().toArray(), errors);
    }

    private static boolean isIn(int length, int end, int longest) {
        int bin = Math.max(1, (length * BINS + longest - 1) / longest);
        return (bin * longest + BINS - 1) / BINS == end;
    }
}
