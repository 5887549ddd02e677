package org.normlab.report.train;

import java.util.stream.IntStream;
import org.normlab.core.Tensor;
import org.normlab.report.net.Mode;
import org.normlab.report.net.Network;
import org.normlab.report.net.SoftmaxCrossEntropy;

/** Judges a network without training it. */
final class Evaluator {
    private static final int PRECISE_SAMPLES = 8192;

    private final Network network;

    Evaluator(Network network) {
        this.network = network;
    }

    /** The score over all samples. */
    Score score(Samples samples, Evaluation evaluation) {
        double[] sums = new double[2];
        judge(samples, evaluation, (row, logits, i, label) -> {
            sums[0] += SoftmaxCrossEntropy.isWrong(logits, i, label) ? 1 : 0;
            sums[1] += SoftmaxCrossEntropy.loss(logits, i, label);
        });
        return new Score(sums[0] / samples.count(), sums[1] / samples.count());
    }

    /** Which samples are classified wrongly. */
    boolean[] wrong(Samples samples, Evaluation evaluation) {
        boolean[] wrong = new boolean[samples.count()];
        judge(
                samples,
                evaluation,
                (row, logits, i, label) -> wrong[row] = SoftmaxCrossEntropy.isWrong(logits, i, label));
        return wrong;
    }

    /** Told of every sample once. */
    @FunctionalInterface
    private interface Judge {
        void judge(int row, Tensor logits, int i, int label);
    }

    /** All samples in batches; a last batch that is not full is filled with samples that went before. */
    private void judge(Samples samples, Evaluation evaluation, Judge judge) {
        int together = Math.min(evaluation.examples(), samples.count());
        Batch batch = samples.batch(together);
        for (int done = 0; done < samples.count(); done += together) {
            int start = Math.min(done, samples.count() - together);
            samples.gather(IntStream.range(start, start + together).toArray(), batch);
            network.lengths(batch.lengths());
            Tensor logits = network.forward(batch.inputs(), evaluation.mode());
            for (int i = done - start; i < together; i++) {
                judge.judge(start + i, logits, i, batch.labels()[i]);
            }
        }
    }

    /** Computes the moments for {@link Evaluation#PRECISE} over training samples, in batches as in training. */
    void gather(Samples train, int batchSize) {
        network.forget();
        int together = Math.min(Math.max(2, batchSize), train.count());
        Batch batch = train.batch(together);
        for (int end = together; end <= Math.min(train.count(), PRECISE_SAMPLES); end += together) {
            train.gather(IntStream.range(end - together, end).toArray(), batch);
            network.lengths(batch.lengths());
            network.forward(batch.inputs(), Mode.GATHER);
        }
    }
}
