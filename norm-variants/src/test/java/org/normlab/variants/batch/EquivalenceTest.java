package org.normlab.variants.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.normlab.core.Gradients;
import org.normlab.core.Normalizer;
import org.normlab.core.RunningMoments;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;
import org.normlab.core.Tracked;
import org.normlab.core.check.GradientCheck;
import org.normlab.variants.Data;
import org.normlab.variants.Variants;

/** What variants of batch normalization become at the end of their range. */
class EquivalenceTest {
    private static final Shape SHAPE = Shape.nchw(7, 3, 2, 5);
    private final Tensor x = Data.random(SHAPE);

    private Normalizer make(String id, String... options) {
        Map<String, String> all = new java.util.TreeMap<>(Map.of("parameters", "float64"));
        for (String option : options) {
            all.put(option.split("=")[0], option.split("=")[1]);
        }
        Normalizer norm = Variants.standard().create(id, SHAPE, all);
        norm.parameters().forEach((name, p) -> {
            if (name.equals("weight") || name.equals("bias")) {
                Data.move(p);
            }
        });
        return norm;
    }

    private double[] output(Normalizer norm) {
        return norm.forward(x).output().toArray();
    }

    @Test
    void oneGhostIsTheBatchAndGhostsOfOneAreInstances() {
        assertThat(output(make("ghost-batch", "ghost=7"))).isEqualTo(output(make("batch")));
        assertThat(output(make("ghost-batch", "ghost=1"))).isEqualTo(output(make("instance", "affine=channel")));
    }

    @Test
    void theRemainderOfGhostsJoinsTheLast() {
        Normalizer ghosts = make("ghost-batch", "ghost=2");
        double[] last = make("batch").forward(x.examples(4, 7)).output().toArray();
        double[] all = output(ghosts);
        assertThat(Arrays.copyOfRange(all, all.length - last.length, all.length))
                .isEqualTo(last);
        assertThat(GradientCheck.ofForward(3).check(ghosts, x).passes()).isTrue();
    }

    @Test
    void sequentialGhostsUpdateOnceEach() {
        Tracked ghosts = (Tracked) make("ghost-batch", "ghost=2");
        RunningMoments after = ghosts.track(ghosts.start(), ghosts.forward(x), ghosts.start());
        RunningMoments expected = ghosts.start();
        for (int[] part : new int[][] {{0, 2}, {2, 4}, {4, 7}}) {
            Tensor examples = x.examples(part[0], part[1]);
            expected = expected.update(make("batch").forward(examples).moments());
        }
        assertThat(after.mean(2)).isEqualTo(expected.mean(2));
        assertThat(after.variance(2)).isEqualTo(expected.variance(2));
        assertThat(after.updates()).isEqualTo(3);
    }

    @Test
    void renormWithClosedClipsIsTheBatch() {
        double[] batch = output(make("batch", "eps=1e-3"));
        // the clips are applied to normalized values, which costs a rounding more
        assertThat(output(make("batch-renorm", "rmin=1", "rmax=1", "dmax=0")))
                .usingComparatorWithPrecision(1e-14)
                .containsExactly(batch);
    }

    @Test
    void renormWithOpenClipsIsFrozenInItsOutput() {
        Tracked renorm = (Tracked) make("batch-renorm");
        double[] frozen = output(renorm.frozen(renorm.start()));
        // a few roundings of values below 10
        assertThat(output(renorm)).usingComparatorWithPrecision(1e-14).containsExactly(frozen);
    }

    @Test
    void estimatedFromItsOwnBatchAloneIsTheBatch() {
        double[] estimated = output(make("estimated-batch", "weight-of-new-batch=1"));
        assertThat(estimated).usingComparatorWithPrecision(1e-14).containsExactly(output(make("batch")));
    }

    @Test
    void aVirtualBatchWithoutReferenceIsAnInstance() {
        assertThat(output(make("virtual-batch")))
                .usingComparatorWithPrecision(1e-14)
                .containsExactly(output(make("instance", "affine=channel")));
    }

    @Test
    void aMixtureOfOneIsThatOne() {
        Normalizer mixture = make("batch-instance");
        // the mixture is weighed after it was normalized, which costs a rounding more
        assertThat(output(mixture)).usingComparatorWithPrecision(1e-14).containsExactly(output(make("batch")));
        mixture.parameters().get("rho").copyFrom(new double[3]);
        assertThat(output(mixture))
                .usingComparatorWithPrecision(1e-14)
                .containsExactly(output(make("instance", "affine=channel")));
    }

    @Test
    void aSwitchTurnedToBatchIsTheBatch() {
        Normalizer norm = make("switchable");
        norm.parameters().get("mean_weight").copyFrom(new double[] {-800, -800, 0});
        norm.parameters().get("var_weight").copyFrom(new double[] {-800, -800, 0});
        assertThat(output(norm)).usingComparatorWithPrecision(1e-14).containsExactly(output(make("batch")));
    }

    @Test
    void whiteningSingleChannelsIsTheBatch() {
        double[] white = output(make("whitened-batch", "group-size=1", "eps=1e-5"));
        assertThat(white).usingComparatorWithPrecision(1e-13).containsExactly(output(make("batch")));
    }

    @Test
    void aFractionOfVarianceIsLeftAfterCentring() {
        MeanOnlyBatchNorm mean =
                new MeanOnlyBatchNorm(BatchBased.bare(((MeanOnlyBatchNorm) make("mean-only-batch")).base()));
        Normalizer scaled = make("variance-only-batch");
        double[] both = scaled.forward(mean.forward(x).output()).output().toArray();
        assertThat(both).usingComparatorWithPrecision(1e-14).containsExactly(output(make("batch")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"eps=1e-5", "eps-outside=0.5", "eps-outside=0"})
    void shardsGiveWhatTheBatchGives(String epsilon) {
        SyncBatchNorm sync = (SyncBatchNorm) make("sync-batch", epsilon);
        Tensor dy = Data.random(SHAPE, 5);
        int[] cuts = {0, 1, 1, 4, 7};
        List<Tensor> xs = cut(x, cuts);
        Shards pass = sync.forward(xs);
        List<Gradients> gradients = pass.backward(cut(dy, cuts));
        Gradients joint = sync.forward(x).backward(dy);
        double[] expected = output(sync);
        for (int k = 0, at = 0; k < xs.size(); k++) {
            for (int i = 0; i < xs.get(k).shape().count(); i++, at++) {
                assertThat(pass.outputs().get(k).get(i)).isCloseTo(expected[at], within(1e-14));
                assertThat(gradients.get(k).input().get(i))
                        .isCloseTo(joint.input().get(at), within(1e-13));
            }
        }
        assertThat(gradients.get(0).parameter("weight").get(1))
                .isCloseTo(joint.parameter("weight").get(1), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"exact", "equal", "examples"})
    void shardsOfOneSizeLeaveTheStateOfTheBatch(String weighting) {
        SyncBatchNorm sync = (SyncBatchNorm) make("sync-batch", "weighting=" + weighting);
        for (int[] cuts : new int[][] {{0, 3, 6}, {0, 0, 6}}) {
            RunningMoments after =
                    sync.start().update(sync.forward(cut(x, cuts)).moments());
            RunningMoments expected =
                    sync.start().update(sync.forward(x.examples(0, 6)).moments());
            assertThat(after.updates()).isEqualTo(1);
            assertThat(after.mean(1)).isCloseTo(expected.mean(1), within(1e-15));
            assertThat(after.variance(1)).isCloseTo(expected.variance(1), within(1e-15));
        }
    }

    private static List<Tensor> cut(Tensor tensor, int[] cuts) {
        return java.util.stream.IntStream.range(1, cuts.length)
                .mapToObj(k -> tensor.examples(cuts[k - 1], cuts[k]))
                .toList();
    }

    @Test
    void splitsEqualGhostsOfThatSize() {
        Tensor even = x.examples(0, 6);
        Normalizer split = Variants.standard().create("split-batch", even.shape(), Map.of("splits", "3"));
        Normalizer ghost = Variants.standard().create("ghost-batch", even.shape(), Map.of("ghost", "2"));
        assertThat(split.forward(even).output().toArray())
                .isEqualTo(ghost.forward(even).output().toArray());
    }

    @Test
    void stoppedGradientsAreThoseOfTheFormulaWithItsQuantitiesHeld() {
        // at evaluation the statistics of estimated batch are held anyway, so both gradients must agree
        EstimatedBatchNorm norm = (EstimatedBatchNorm) make("estimated-batch");
        Tensor dy = Data.random(SHAPE, 5);
        RunningMoments after = norm.start().update(norm.forward(x).moments());
        double[] held = norm.frozen(after).forward(x).backward(dy).input().toArray();
        assertThat(norm.forward(x).backward(dy).input().toArray())
                .usingComparatorWithPrecision(1e-14)
                .containsExactly(held);
    }

    @Test
    void evoNormIsExactOnBothSidesOfItsKink() {
        Tensor apart = x.copy();
        for (int i = 0; i < SHAPE.count(); i++) {
            apart.set(i, i % 3 == 0 ? 3 + i % 7 / 9.0 : -1 + i % 5 / 9.0);
        }
        assertThat(GradientCheck.ofForward(3).check(make("evonorm-b0"), apart).passes())
                .isTrue();
    }
}
