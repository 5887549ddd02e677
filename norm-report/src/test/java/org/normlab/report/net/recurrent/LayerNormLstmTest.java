package org.normlab.report.net.recurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.normlab.core.Tensor;
import org.normlab.report.net.Arms;
import org.normlab.report.net.Mode;
import org.normlab.report.net.Parameter;
import org.normlab.variants.recurrent.LayerLstmNorm.Definition;

/** The three layer-normalized LSTMs against their definitions written down in straight lines, one sequence at a time. */
class LayerNormLstmTest {
    private static final int H = Layers.UNITS;
    private static final int[] LENGTHS = {4, 6, 1};
    /** Sigmoid and tanh are within 8e-15; six steps of some ten of them, each step doubling at most what the last one left. */
    private static final double TOLERANCE = 1e-11;

    @ParameterizedTest
    @EnumSource
    void isItsDefinition(Definition definition) {
        Recurrence layer = Layers.layer(Kind.LSTM, Layers.norms().get("layer-" + definition), Arms.float64());
        Layers.network(layer, Arms.float64());
        Map<String, double[]> weights = layer.parameters().stream()
                .collect(Collectors.toMap(Parameter::name, p -> p.value().toArray()));
        Tensor x = Layers.sequences(LENGTHS.length, 6, Arms.float64());
        layer.lengths(LENGTHS);
        double[] states = layer.forward(x, Mode.RUNNING).toArray();
        for (int n = 0; n < LENGTHS.length; n++) {
            double[] h = new double[H];
            double[] c = new double[H];
            for (int t = 0; t < LENGTHS[n]; t++) {
                int from = (n * 6 + t) * Layers.CHANNELS;
                double[] input = Arrays.copyOfRange(x.toArray(), from, from + Layers.CHANNELS);
                step(definition, weights, input, h, c);
            }
            assertThat(Arrays.copyOfRange(states, n * H, n * H + H)).containsExactly(h, within(TOLERANCE));
        }
    }

    private static void step(Definition definition, Map<String, double[]> w, double[] x, double[] h, double[] c) {
        double[] u = product(x, w.get("lstm.input_weight"));
        double[] a = product(h, w.get("lstm.hidden_weight"));
        double[] z;
        if (definition == Definition.JOINT) {
            double[] normalized = normalized(sum(u, a), H, w, "lstm.hidden_norm");
            z = new double[4 * H];
            Arrays.setAll(z, k -> normalized[k] + (k < H ? 1 : 0));
        } else {
            z = sum(normalized(a, 4 * H, w, "lstm.hidden_norm"), normalized(u, 4 * H, w, "lstm.input_norm"));
        }
        if (definition == Definition.PAPER) {
            z = sum(z, w.get("lstm.bias"));
        }
        for (int j = 0; j < H; j++) {
            c[j] = sigmoid(z[j]) * c[j] + sigmoid(z[H + j]) * StrictMath.tanh(z[3 * H + j]);
        }
        double[] normalized = normalized(c, H, w, "lstm.cell_norm");
        for (int j = 0; j < H; j++) {
            h[j] = sigmoid(z[2 * H + j]) * StrictMath.tanh(normalized[j]);
        }
        if (definition != Definition.PAPER) {
            System.arraycopy(normalized, 0, c, 0, H);
        }
    }

    private static double[] product(double[] row, double[] matrix) {
        double[] y = new double[matrix.length / row.length];
        for (int i = 0; i < matrix.length; i++) {
            y[i % y.length] += row[i / y.length] * matrix[i];
        }
        return y;
    }

    private static double[] sum(double[] a, double[] b) {
        double[] sum = new double[a.length];
        Arrays.setAll(sum, i -> a[i] + b[i]);
        return sum;
    }

    private static double sigmoid(double z) {
        return 1 / (1 + StrictMath.exp(-z));
    }

    private static double[] normalized(double[] values, int block, Map<String, double[]> w, String name) {
        double[] y = new double[values.length];
        for (int from = 0; from < values.length; from += block) {
            double[] part = Arrays.copyOfRange(values, from, from + block);
            double mean = Arrays.stream(part).average().orElseThrow();
            double variance = Arrays.stream(part)
                    .map(v -> (v - mean) * (v - mean))
                    .average()
                    .orElseThrow();
            for (int i = 0; i < block; i++) {
                y[from + i] = (part[i] - mean) / Math.sqrt(variance + 0.125) * w.get(name + ".weight")[from + i]
                        + w.get(name + ".bias")[from + i];
            }
        }
        return y;
    }
}
