package org.normlab.variants.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.normlab.core.NormException;
import org.normlab.core.Normalizer;
import org.normlab.core.RunningMoments;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;
import org.normlab.core.Tracked;
import org.normlab.variants.BatchNorm;
import org.normlab.variants.Data;
import org.normlab.variants.LayerNorm;
import org.normlab.variants.NormLayer;
import org.normlab.variants.Variant;
import org.normlab.variants.Variants;
import org.normlab.variants.example.VirtualBatchNorm;

/** State goes out and in by name, bit for bit, and is refused by name. */
class StateTest {
    private static final Shape SHAPE = Shape.nchw(4, 4, 3, 5);

    private static Optional<RunningMoments> trained(Normalizer norm, Shape shape) {
        return Optional.of(norm).filter(Tracked.class::isInstance).map(n -> {
            Tracked tracked = (Tracked) n;
            return tracked.track(tracked.start(), tracked.forward(Data.random(shape)), tracked.start());
        });
    }

    @Test
    void aRoundTripKeepsEveryBit() {
        for (Variant variant : Variants.standard().all()) {
            String id = variant.description().id();
            Shape shape = switch (id) {
                case "layer-lstm" -> Shape.nc(3, 4);
                case "recurrent-batch" -> Shape.ntc(4, 3, 5);
                default -> SHAPE;
            };
            Normalizer norm = Variants.standard().create(id, shape, Map.of());
            norm.parameters().values().forEach(Data::move);
            Map<String, Tensor> state = State.of(norm, trained(norm, shape));
            Normalizer other = Variants.standard().create(id, shape, Map.of());
            Map<String, Tensor> again = State.of(other, State.restore(other, state));
            assertThat(again.keySet()).as(id).isEqualTo(state.keySet());
            state.forEach((name, tensor) ->
                    assertThat(again.get(name).toArray()).as(id + " " + name).isEqualTo(tensor.toArray()));
        }
    }

    @Test
    void aLayerGoesOnFromWhatWasStored() {
        BatchNorm norm = BatchNorm.of(4);
        NormLayer layer = NormLayer.of(norm);
        layer.forward(Data.random(SHAPE, 1));
        norm.parameters().values().forEach(Data::move);
        BatchNorm other = BatchNorm.of(4);
        NormLayer loaded = NormLayer.of(other, State.restore(other, State.of(norm, layer.running())));
        Tensor x = Data.random(SHAPE, 2);
        for (int step = 0; step < 2; step++) {
            assertThat(loaded.eval().forward(x).output().toArray())
                    .isEqualTo(layer.eval().forward(x).output().toArray());
            loaded.train().forward(x);
            layer.train().forward(x);
        }
    }

    @Test
    void aLayerRefusesTheStatisticsOfAnother() {
        Optional<RunningMoments> three = Optional.of(BatchNorm.of(3).start());
        for (Normalizer norm : new Normalizer[] {BatchNorm.of(4), LayerNorm.of(4)}) {
            assertThatThrownBy(() -> NormLayer.of(norm, three))
                    .isInstanceOf(NormException.class)
                    .hasMessageStartingWith(norm.name() + ": running statistics = 3 channels");
        }
        assertThatThrownBy(() -> NormLayer.of(BatchNorm.of(4), Optional.empty()))
                .isInstanceOf(NormException.class)
                .hasMessageStartingWith("BatchNorm: running statistics = 0 channels");
    }

    @Test
    void wrongTensorsAreRefusedByName() {
        BatchNorm norm = BatchNorm.of(4);
        Map<String, Tensor> good = State.of(norm, trained(norm, SHAPE));
        assertRefused(norm, good, "running_var", new double[] {1, 1, -1, 1}, "running_var[2] = -1.0");
        assertRefused(norm, good, "running_mean", new double[] {1, Double.NaN, 1, 1}, "running_mean[1] = NaN");
        assertRefused(norm, good, "weight", new double[3], "weight = C 3");
        assertRefused(norm, good, "tau", new double[4], "tau = C 4 is not known");
        Map<String, Tensor> less = new HashMap<>(good);
        less.remove("bias");
        assertThatThrownBy(() -> State.restore(norm, less)).hasMessageContaining("bias = (none) is missing");
    }

    private static void assertRefused(
            Normalizer norm, Map<String, Tensor> good, String name, double[] values, String message) {
        Map<String, Tensor> bad = new HashMap<>(good);
        bad.put(name, Tensor.of(Shape.of("C", values.length), values));
        assertThatThrownBy(() -> State.restore(norm, bad)).hasMessageContaining(message);
    }

    @Test
    void aNegativeCounterIsRefusedBeforeAnythingIsOverwritten() {
        BatchNorm norm = BatchNorm.of(4);
        Map<String, Tensor> good = State.of(norm, trained(norm, SHAPE));
        good.forEach((name, tensor) -> Data.move(tensor));
        assertRefused(norm, good, "num_batches_tracked", new double[] {-1}, "num_batches_tracked = -1");
        assertThat(norm.parameters().get("weight").toArray()).containsOnly(1.0);
    }

    /** Sequences of three steps and then of one: the later steps have seen fewer batches, and go on as if nothing had been stored. */
    @Test
    void stepsThatHaveSeenFewerBatchesAreStoredAsSuch() {
        Shape all = Shape.ntc(4, 3, 5);
        for (String rule : new String[] {"cumulative", "debiased", "torch"}) {
            Tracked norm = (Tracked) Variants.standard().create("recurrent-batch", all, Map.of("rule", rule));
            RunningMoments running = track(norm, track(norm, norm.start(), all), Shape.ntc(4, 1, 5));
            Map<String, Tensor> state = State.of(norm, Optional.of(running));
            assertThat(state.containsKey("channel_batches_tracked")).isEqualTo(!rule.equals("torch"));
            RunningMoments restored = State.restore(norm, state).orElseThrow();
            RunningMoments expected = track(norm, running, all);
            RunningMoments actual = track(norm, restored, all);
            for (int c = 0; c < norm.channels(); c++) {
                assertThat(actual.mean(c)).as(rule).isEqualTo(expected.mean(c));
                assertThat(actual.variance(c)).as(rule).isEqualTo(expected.variance(c));
            }
        }
    }

    private static RunningMoments track(Tracked norm, RunningMoments before, Shape shape) {
        return norm.track(before, norm.forward(Data.random(shape, before.updates())), norm.start());
    }

    @Test
    void channelCountersBeyondTheWholeAreRefused() {
        Tracked norm = (Tracked) Variants.standard().create("batch", SHAPE, Map.of("rule", "cumulative"));
        Map<String, Tensor> good = State.of(norm, trained(norm, SHAPE));
        assertThat(good).doesNotContainKey("channel_batches_tracked");
        assertRefused(norm, good, "channel_batches_tracked", new double[3], "channel_batches_tracked = C 3");
        assertRefused(norm, good, "channel_batches_tracked", new double[] {1, 2, 0, 1}, "batches[1] = 2");
    }

    @Test
    void statisticsWithoutCounterAreReadAsTheyWereStored() {
        for (String rule : new String[] {"torch", "cumulative", "debiased"}) {
            Tracked norm = (Tracked) Variants.standard().create("batch", SHAPE, Map.of("rule", rule));
            RunningMoments trained = trained(norm, SHAPE).orElseThrow();
            Map<String, Tensor> old = new HashMap<>(State.of(norm, Optional.of(trained)));
            old.remove("num_batches_tracked");
            RunningMoments restored = State.restore(norm, old).orElseThrow();
            assertThat(restored.mean(1)).as(rule).isEqualTo(trained.mean(1));
            assertThat(restored.variance(1)).as(rule).isEqualTo(trained.variance(1));
        }
    }

    @Test
    void anOldCheckpointWithoutCounterStartsAtNothing() {
        BatchNorm norm = BatchNorm.of(4);
        Map<String, Tensor> old = new HashMap<>(State.of(norm, trained(norm, SHAPE)));
        old.remove("num_batches_tracked");
        assertThat(State.restore(norm, old).orElseThrow().updates()).isZero();
    }

    @Test
    void aReferenceBatchIsStored() {
        VirtualBatchNorm fresh = (VirtualBatchNorm) Variants.standard().create("virtual-batch", SHAPE, Map.of());
        VirtualBatchNorm norm = fresh.reference(Data.random(Shape.nchw(7, 4, 2, 3), 8));
        Map<String, Tensor> state = State.of(norm, Optional.empty());
        Tensor x = Data.random(SHAPE);
        double[] alone = fresh.forward(x).output().toArray();
        State.restore(fresh, state);
        assertThat(fresh.forward(x).output().toArray())
                .isEqualTo(norm.forward(x).output().toArray())
                .isNotEqualTo(alone);
        assertRefused(fresh, state, "reference_var", new double[] {1, -1, 1, 1}, "reference_var[1] = -1.0");
        assertRefused(fresh, state, "reference_count", new double[] {-1}, "reference_count[0] = -1.0");
    }
}
