package org.normlab.variants.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.normlab.core.Normalizer;
import org.normlab.core.RunningMoments;
import org.normlab.core.Shape;
import org.normlab.core.Stateful;
import org.normlab.core.Tensor;
import org.normlab.core.Tracked;
import org.normlab.variants.BatchNorm;
import org.normlab.variants.Data;
import org.normlab.variants.Variants;
import org.normlab.variants.recurrent.RecurrentBatchNorm;

/** Law 22: a layer and a normalizer at evaluation do what the folded layer does. */
class FoldTest {
    private static final int INPUTS = 4;
    private static final int OUTPUTS = 6;
    private static final Shape FEATURES = Shape.nc(5, OUTPUTS);

    /** Every position of a convolution is a product of its weights with a window; one position says it all. */
    private static Tensor apply(Layer layer, Tensor x) {
        int groups = layer.groups();
        Tensor y = x.like(Shape.nc(x.shape().examples(), layer.outputs()));
        for (int k = 0; k < y.shape().count(); k++) {
            int n = k / layer.outputs();
            int o = k % layer.outputs();
            int group = o / (layer.outputs() / groups);
            double sum = layer.bias(o);
            for (int entry = 0; entry < layer.fanIn(); entry++) {
                sum += layer.weight().get(layer.index(o, entry))
                        * x.get(n * INPUTS * 3 + group * layer.fanIn() + entry);
            }
            y.set(k, sum);
        }
        return y;
    }

    private static void compare(Layer layer, Normalizer evaluation) {
        Tensor x = Data.random(Shape.nc(5, INPUTS * 3), 8);
        double[] expected = evaluation.forward(apply(layer, x)).output().toArray();
        double[] folded = apply(Fold.of(layer, evaluation).layer(), x).toArray();
        for (int i = 0; i < expected.length; i++) {
            assertThat(folded[i]).isCloseTo(expected[i], within(1e-13)); // 12 products of values below 10
        }
    }

    private static Layer linear() {
        return Layer.of(
                Data.random(Shape.of("OIK", OUTPUTS, INPUTS, 3)), Optional.of(Data.random(Shape.of("C", OUTPUTS), 4)));
    }

    private static RunningMoments running(Tracked norm) {
        return norm.track(norm.start(), norm.forward(Data.random(FEATURES, 5)), norm.start());
    }

    @Test
    void everyVariantThatSaysSoFolds() {
        int folded = 0;
        for (String id : new String[] {
            "none",
            "batch",
            "frozen",
            "ghost-batch",
            "batch-renorm",
            "sync-batch",
            "domain-batch",
            "estimated-batch",
            "mean-only-batch",
            "variance-only-batch",
            "whitened-batch"
        }) {
            Map<String, String> options = id.equals("none") ? Map.of() : Map.of("parameters", "float64");
            Normalizer norm = Variants.standard().create(id, FEATURES, options);
            norm.parameters().values().forEach(Data::move);
            Normalizer evaluation = norm;
            if (norm instanceof Tracked tracked) {
                evaluation = tracked.frozen(running(tracked));
            } else if (norm instanceof Stateful stateful) {
                stateful.keep(stateful.forward(Data.random(FEATURES, 5)).state());
                evaluation = stateful.evaluation();
            }
            compare(linear(), evaluation);
            folded++;
        }
        assertThat(folded).isEqualTo(11);
    }

    @Test
    void groupedAndTransposedConvolutionsFoldByTheirOutputChannel() {
        BatchNorm batch = BatchNorm.of(OUTPUTS);
        Normalizer evaluation = batch.frozen(running(batch));
        Tensor grouped = Data.random(Shape.of("OIK", OUTPUTS, INPUTS / 2, 3));
        compare(new Layer(grouped, Optional.empty(), Layer.Direction.OUTPUTS_FIRST, 2), evaluation);
        Tensor transposed = Data.random(Shape.of("IOK", INPUTS, OUTPUTS / 2, 3));
        compare(new Layer(transposed, Optional.empty(), Layer.Direction.INPUTS_FIRST, 2), evaluation);
    }

    @Test
    void theDifferenceIsWhatRoundingLeaves() {
        BatchNorm batch = BatchNorm.of(OUTPUTS);
        Normalizer evaluation = batch.frozen(running(batch));
        Tensor narrow = Tensor.of(Shape.of("OI", OUTPUTS, INPUTS), new float[OUTPUTS * INPUTS]);
        Data.random(narrow.shape()).copyTo(narrow);
        double difference =
                Fold.of(Layer.of(narrow, Optional.empty()), evaluation).largestDifference();
        assertThat(difference).isBetween(1e-10, 1e-6); // five float32 roundings of values near 1
    }

    @Test
    void batchStatisticsDoNotFold() {
        assertThatThrownBy(() -> Fold.of(linear(), BatchNorm.of(OUTPUTS))).hasMessageContaining("freeze it first");
    }

    @Test
    void recurrentBatchNormFoldsStepByStep() {
        Shape sequences = Shape.ntc(5, 2, OUTPUTS);
        RecurrentBatchNorm norm = (RecurrentBatchNorm)
                Variants.standard().create("recurrent-batch", sequences, Map.of("parameters", "float64"));
        norm.parameters().values().forEach(Data::move);
        RunningMoments running = norm.track(norm.start(), norm.forward(Data.random(sequences, 5)), norm.start());
        Tensor x = Data.random(Shape.ntc(1, 3, OUTPUTS), 6);
        double[] y = norm.frozen(running).forward(x).output().toArray();
        for (int t = 0; t < 3; t++) {
            Normalizer step = norm.step(running, t);
            compare(linear(), step);
            Tensor own =
                    Tensor.of(Shape.nc(1, OUTPUTS), Arrays.copyOfRange(x.toArray(), t * OUTPUTS, (t + 1) * OUTPUTS));
            assertThat(step.forward(own).output().toArray())
                    .isEqualTo(Arrays.copyOfRange(y, t * OUTPUTS, (t + 1) * OUTPUTS));
        }
        assertThatThrownBy(() -> Fold.of(linear(), norm.frozen(running))).hasMessageContaining("step");
        assertThatThrownBy(() -> norm.step(running, -1)).hasMessageContaining("step = -1");
    }
}
