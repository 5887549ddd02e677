package org.normlab.report.net.recurrent;

import java.util.LinkedHashMap;
import java.util.Map;
import org.normlab.core.RunningRule;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;
import org.normlab.report.net.Activation;
import org.normlab.report.net.Arms;
import org.normlab.report.net.Network;
import org.normlab.report.net.Networks;
import org.normlab.report.net.Parameter;
import org.normlab.report.net.Recipe;
import org.normlab.report.net.recurrent.RecurrentNorm.Batch;
import org.normlab.report.net.recurrent.RecurrentNorm.PerExample;
import org.normlab.report.random.Stream;
import org.normlab.report.random.Streams;
import org.normlab.variants.NoNorm;
import org.normlab.variants.recurrent.LayerLstmNorm.Definition;

/** The recurrent layers of the tests, over sequences of 3 channels. */
final class Layers {
    static final int CHANNELS = 3;
    static final int UNITS = 5;
    static final int CLASSES = 4;
    static final int LONGEST = 6;
    private static final double EPS = 0.125;

    private Layers() {}

    /** Norms by name, those of an LSTM included. */
    static Map<String, RecurrentNorm> norms() {
        Map<String, RecurrentNorm> norms = new LinkedHashMap<>();
        norms.put("none", new RecurrentNorm.None());
        for (Definition definition : Definition.values()) {
            norms.put("layer-" + definition, new PerExample(PerExample.Base.LN, definition, EPS));
        }
        norms.put("rms-PAPER", new PerExample(PerExample.Base.RMS, Definition.PAPER, EPS));
        norms.put("rms-CARRIED", new PerExample(PerExample.Base.RMS, Definition.CARRIED, EPS));
        for (Batch.Statistics statistics : Batch.Statistics.values()) {
            norms.put("batch-" + statistics, batch(statistics));
        }
        return norms;
    }

    static RecurrentNorm batch(Batch.Statistics statistics) {
        return new Batch(statistics, 0.75, EPS, RunningRule.TORCH);
    }

    /** Hidden layers of no interest; first weights in the element type of {@code precision}. */
    static Recipe recipe(Tensor precision) {
        return Arms.recipe(shape -> new NoNorm(), Activation.TANH, precision);
    }

    static Recurrence layer(Kind kind, RecurrentNorm norm, Tensor precision) {
        return Recurrence.ofNumbers(
                new RecurrentLayer(
                        kind, UNITS, norm, LONGEST, 0, recipe(precision).start()),
                CHANNELS);
    }

    /** The layer and a read-out, with parameters that are all different. */
    static Network network(Recurrence layer, Tensor precision) {
        Network network = Networks.readOut(Shape.ntc(1, LONGEST, CHANNELS), layer, CLASSES, recipe(precision));
        Stream draws = Streams.root(3).open("test");
        for (Parameter parameter : network.parameters()) {
            for (int i = 0; i < parameter.value().shape().count(); i++) {
                parameter.value().set(i, parameter.value().get(i) + 0.25 * draws.gaussian());
            }
        }
        return network;
    }

    /** Gaussian sequences in the element type of {@code precision}. */
    static Tensor sequences(int examples, int steps, Tensor precision) {
        Tensor x = precision.like(Shape.ntc(examples, steps, CHANNELS));
        Stream draws = Streams.root(2).open("test");
        for (int n = 0; n < examples; n++) {
            for (int t = 0; t < steps; t++) {
                for (int c = 0; c < CHANNELS; c++) {
                    x.set((n * steps + t) * CHANNELS + c, draws.gaussian());
                }
            }
        }
        return x;
    }
}
