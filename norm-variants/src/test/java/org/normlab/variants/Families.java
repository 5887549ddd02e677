package org.normlab.variants;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import org.normlab.core.Affine;
import org.normlab.core.Moments;
import org.normlab.core.Normalized;
import org.normlab.core.Normalizer;
import org.normlab.core.Shape;
import org.normlab.core.Stateful;
import org.normlab.core.Tensor;
import org.normlab.core.Tracked;
import org.normlab.core.check.GradientCheck.Formula;
import org.normlab.variants.contract.Catalogued;
import org.normlab.variants.contract.Departure;
import org.normlab.variants.contract.Sample;

/** What several variants of the catalogue leave alike, and what some of them hold constant in a gradient. */
final class Families {
    private Families() {}

    /** Statistics over positions alone. */
    interface OverPositions extends Catalogued {
        @Override
        default Set<Departure> departures() {
            return Catalogued.with(Catalogued.super.departures(), Departure.NEEDS_POSITIONS, Departure.REFUSES_SINGLE);
        }
    }

    /** Statistics of several kinds. */
    interface Mixed extends Catalogued {
        @Override
        default Set<Departure> departures() {
            return Catalogued.with(Catalogued.super.departures(), Departure.SEVERAL_STATISTICS);
        }
    }

    /** A statistic of each example's positions beside one of the batch. */
    interface MixedOverPositions extends Mixed {
        @Override
        default Set<Departure> departures() {
            return Catalogued.with(Mixed.super.departures(), Departure.NEEDS_POSITIONS, Departure.REFUSES_SINGLE);
        }

        /** Two positions of an example may lie so near each other that it bends within a step that fits the batch; three hardly do. */
        @Override
        @Provide
        default Arbitrary<Sample> smooth() {
            return Mixed.super.smooth().filter(sample -> positions(sample.shape()) > 2);
        }

        private static int positions(Shape shape) {
            return shape.count() / (shape.size(0) * shape.channels());
        }
    }

    /** Running statistics, updated first, normalize the batch, and carry no gradient. */
    interface StateFirst extends Catalogued {
        @Override
        default Set<Departure> departures() {
            return Catalogued.with(Catalogued.super.departures(), Departure.STATE_FIRST, Departure.SEVERAL_STATISTICS);
        }

        @Override
        default Formula held(Normalizer subject, Tensor x) {
            Tracked tracked = (Tracked) subject;
            Normalizer frozen = tracked.frozen(tracked.track(tracked.start(), tracked.forward(x), tracked.start()));
            return (normalizer, moved) -> frozen.forward(moved).output().toArray();
        }
    }

    /** Weights: one statistic an output. */
    interface OfWeights extends Catalogued {
        @Override
        default String axes() {
            return "c, s"; // all but the first, which is N in a shape of activations
        }

        @Override
        default Set<Departure> departures() {
            return Catalogued.with(Catalogued.super.departures(), Departure.WEIGHTS, Departure.PARAMETERS_BY_EXAMPLE);
        }
    }

    /** The forward pass with the state that a pass leaves. */
    static Formula state(Stateful subject, Tensor x) {
        Map<String, Tensor> state = subject.forward(x).state();
        return (normalizer, moved) -> {
            Map<String, Tensor> before = Map.copyOf(copies(subject.state()));
            subject.keep(state);
            double[] output = subject.evaluation().forward(moved).output().toArray();
            subject.keep(before);
            return output;
        };
    }

    private static Map<String, Tensor> copies(Map<String, Tensor> state) {
        Map<String, Tensor> copies = new TreeMap<>();
        state.forEach((name, tensor) -> copies.put(name, tensor.copy()));
        return copies;
    }

    /** x̂·ρ + d with ρ and d as a batch leaves them: without clips, σ_B/σ and (μ_B − mean)/σ. */
    static Formula correction(Tracked subject, Tensor x) {
        Moments batch = subject.forward(x).moments();
        Normalizer plain =
                new BatchNorm(subject.channels(), Affine.none(), subject.epsilon(), subject.rule(), Single.ERROR);
        return (normalizer, moved) -> {
            Normalized hat = plain.forward(moved);
            double[] output = hat.output().toArray();
            for (int i = 0; i < output.length; i++) {
                int c = i / moved.shape().stride('C') % subject.channels();
                double sigma = 1 / subject.epsilon().scale(subject.start().variance(c));
                double rho = 1 / subject.epsilon().scale(batch.variance(c)) / sigma;
                double shift = (batch.mean(c) - subject.start().mean(c)) / sigma;
                output[i] = (output[i] * rho + shift) * normalizer.affine().factor(c)
                        + normalizer.affine().summand(c);
            }
            return output;
        };
    }
}
