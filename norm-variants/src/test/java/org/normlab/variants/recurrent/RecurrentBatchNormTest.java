package org.normlab.variants.recurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.normlab.core.RunningMoments;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;
import org.normlab.variants.BatchNorm;
import org.normlab.variants.Data;
import org.normlab.variants.Variants;

/** Steps have statistics of their own, up to the last one that has. */
class RecurrentBatchNormTest {
    private static final Shape SHAPE = Shape.ntc(5, 4, 3);

    private static RecurrentBatchNorm make(int steps) {
        return (RecurrentBatchNorm)
                Variants.standard().create("recurrent-batch", SHAPE, Map.of("steps", Integer.toString(steps)));
    }

    @Test
    void theWeightStartsAtATenth() {
        assertThat(make(4).parameters().get("weight").toArray()).containsOnly(0.1f);
    }

    @Test
    void oneStepIsABatchOfExamples() {
        Tensor x = Data.random(Shape.ntc(5, 1, 3));
        RecurrentBatchNorm norm = make(1);
        BatchNorm batch = new BatchNorm(
                3, norm.affine(), norm.epsilon(), norm.rule(), norm.base().single());
        assertThat(norm.forward(x).output().toArray())
                .isEqualTo(batch.forward(x.as(Shape.nc(5, 3))).output().toArray());
    }

    @Test
    void laterStepsUseTheLastRow() {
        RecurrentBatchNorm norm = make(2);
        Tensor x = Data.random(SHAPE);
        RunningMoments running = norm.track(norm.start(), norm.forward(x), norm.start());
        Tensor same = Tensor.of(SHAPE, new double[SHAPE.count()]);
        for (int i = 0; i < SHAPE.count(); i++) {
            same.set(i, i / 12 + i % 3);
        }
        double[] y = norm.frozen(running).forward(same).output().toArray();
        assertThat(y[3]).isEqualTo(y[9]).isNotEqualTo(y[0]);
        // the last row has seen steps 1, 2 and 3
        assertThat(norm.channelMoments(norm.forward(x)).count(5)).isEqualTo(15);
    }
}
