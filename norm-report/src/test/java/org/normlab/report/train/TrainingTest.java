package org.normlab.report.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.normlab.core.NormException;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;
import org.normlab.report.net.Activation;
import org.normlab.report.net.Allocation;
import org.normlab.report.net.Arms;
import org.normlab.report.net.Network;
import org.normlab.report.net.Networks;
import org.normlab.report.random.Stream;
import org.normlab.report.random.Streams;

class TrainingTest {
    private static final Streams STREAMS = Streams.root(1).with("replicate", "test-0");
    private static final int CLASSES = 3;

    @ParameterizedTest
    @ValueSource(strings = {"none", "batch", "layer", "group", "rms", "instance"})
    void aSmallProblemIsLearned(String norm) {
        TrainingResult result = Training.run(task(norm, plan(8, 0.0625)), Training.Observer.NONE);
        assertThat(result.divergence()).isEmpty();
        assertThat(result.steps()).isEqualTo(300);
        assertThat(result.curve()).hasSize(10);
        assertThat(result.scores().get(0).train().loss()).isLessThan(result.initialLoss() / 2);
        assertThat(result.scores()).hasSize(3);
    }

    @Test
    void theSameTaskGivesTheSameBits() {
        TrainingResult first = Training.run(task("batch", plan(8, 0.0625)), Training.Observer.NONE);
        TrainingResult second = Training.run(task("batch", plan(8, 0.0625)), Training.Observer.NONE);
        assertThat(second).isEqualTo(first);
    }

    @Test
    void allEvaluationsAgreeWithoutRunningMoments() {
        List<TrainingResult.Scores> scores = Training.run(task("layer", plan(8, 0.0625)), Training.Observer.NONE)
                .scores();
        assertThat(scores.get(1)).isEqualTo(scores.get(0));
        assertThat(scores.get(2).test().error()).isEqualTo(scores.get(0).test().error());
    }

    @Test
    void aStepSizeFarTooLargeIsADivergence() {
        Task task = task("none", plan(8, 1e30), Activation.IDENTITY);
        TrainingResult result = Training.run(task, Training.Observer.NONE);
        assertThat(result.divergence()).isPresent();
        assertThat(result.scores()).isEmpty();
        assertThat(result.steps()).isLessThan(300);
    }

    @Test
    void aSingleValueInAStatisticIsRefused() {
        Network network = Networks.mlp(
                Shape.nc(1, 64),
                List.of(5),
                CLASSES,
                Arms.recipe(Arms.all().get("batch"), Activation.RELU, Arms.float32()));
        Task task = new Task(network, flat(data()), plan(1, 0.1), List.of(), STREAMS);
        assertThatThrownBy(() -> Training.run(task, Training.Observer.NONE))
                .isInstanceOf(NormException.class)
                .hasMessageContaining("1 value");
    }

    /** Without a norm, whose kernels have tests of their own. */
    @Test
    @Tag("without-vector")
    void aStepAllocatesNothing() {
        Task task = task("none", plan(8, 0.01));
        Batch batch = task.data().train().batch(8);
        Optimizer optimizer = new Optimizer(
                new Sgd(0.9), Optimizer.Bounds.NONE, task.network().parameters());
        assertThat(Allocation.of(() -> {
                    task.network().lossAndGradients(batch.inputs(), batch.labels());
                    optimizer.step(0.01);
                }))
                .isZero();
    }

    private static Plan plan(int batchSize, double rate) {
        return plan(batchSize, rate, Mixing.SHUFFLED);
    }

    private static Plan plan(int batchSize, double rate, Mixing mixing) {
        return new Plan(
                batchSize, 300L * batchSize, rate, Schedule.DECAY, new Sgd(0.9), Optimizer.Bounds.NONE, 10, mixing);
    }

    private static Task task(String norm, Plan plan) {
        return task(norm, plan, Activation.TANH);
    }

    private static Task task(String norm, Plan plan, Activation activation) {
        Network network = Networks.cnn(
                Shape.nchw(1, 1, 8, 8),
                List.of(4, 6),
                CLASSES,
                Arms.recipe(Arms.all().get(norm), activation, Arms.float32()));
        List<Evaluation> evaluations = List.of(Evaluation.RUNNING, Evaluation.PRECISE, new Evaluation.OfBatch(10));
        return new Task(network, data(), plan, evaluations, STREAMS.with("data", "bars"));
    }

    /** Noisy images of a bar: upright, lying or sloping. */
    private static Task.Data data() {
        return new Task.Data(bars("train", 101), bars("validation", 50), bars("test", 50));
    }

    private static Samples bars(String part, int count) {
        Stream draws = STREAMS.with("part", part).open("task");
        Tensor images = Tensor.of(Shape.nchw(count, 1, 8, 8), new float[count * 64]);
        int[] labels = new int[count];
        for (int n = 0; n < count; n++) {
            labels[n] = draws.below(CLASSES);
            int place = draws.below(8);
            for (int i = 0; i < 64; i++) {
                int y = i / 8;
                int x = i % 8;
                boolean inBar = (labels[n] == 0 ? x : labels[n] == 1 ? y : (x + y) % 8) == place;
                images.set(n * 64 + i, (inBar ? 1 : 0) + 0.25 * draws.gaussian());
            }
        }
        return Samples.whole(images, labels);
    }

    private static Task.Data flat(Task.Data data) {
        return new Task.Data(flat(data.train()), flat(data.validation()), flat(data.test()));
    }

    private static Samples flat(Samples samples) {
        return Samples.whole(samples.inputs().as(Shape.nc(samples.count(), 64)), samples.labels());
    }
}
