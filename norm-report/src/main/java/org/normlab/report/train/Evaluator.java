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

    /** The score over all samples; a last batch that is not full is filled with samples that went before. */
    Score score(Samples samples, Evaluation evaluation) {
        int together = Math.min(evaluation.examples(), samples.count());
        Batch batch = samples.batch(together);
        double wrong = 0;
        double loss = 0;
        for (int done = 0; done < samples.count(); done += together) {
            int start = Math.min(done, samples.count() - together);
            samples.gather(IntStream.range(start, start + together).toArray(), batch);
            network.lengths(batch.lengths());
            Tensor logits = network.forward(batch.inputs(), evaluation.mode());
            for (int i = done - start; i < together; i++) {
                wrong += SoftmaxCrossEntropy.isWrong(logits, i, batch.labels()[i]) ? 1 : 0;
                loss += SoftmaxCrossEntropy.loss(logits, i, batch.labels()[i]);
            }
        }
        return new Score(wrong / samples.count(), loss / samples.count());
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
