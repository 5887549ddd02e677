package org.normlab.report.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.normlab.core.NormException;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;
import org.normlab.report.random.Streams;
import org.normlab.variants.Variants;

/** The laws of the transformer over sequences of different lengths, one of them a single step. */
class TransformerTest {
    private static final int CHANNELS = 3;
    private static final int SYMBOLS = 7;
    private static final int LONGEST = 5;
    private static final int[] LENGTHS = {3, 1, 5, 2, 4};
    private static final int[] LABELS = {2, 0, 1, 1, 2};

    static Stream<Arguments> blocks() {
        return norms().keySet().stream()
                .flatMap(norm -> Arrays.stream(Placement.values()).map(placement -> Arguments.of(norm, placement)));
    }

    static Stream<Arguments> blocksOfSingleExamples() {
        return blocks().filter(block -> !block.get()[0].equals("batch"));
    }

    private static Map<String, NormFactory> norms() {
        Map<String, NormFactory> norms = new LinkedHashMap<>(Arms.all());
        norms.keySet().retainAll(Arrays.asList("none", "batch", "layer", "rms"));
        norms.put("dyt", shape -> Variants.standard().create("dyt", shape, Map.of()));
        return norms;
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void everyGradientIsTheSlopeOfTheLoss(String norm, Placement placement) {
        Network numbers = network(norm, placement, "NTC");
        numbers.lengths(LENGTHS);
        new Slopes(numbers, numbers(LENGTHS.length), LABELS).assertParameters().assertInputs();
        Network symbols = network(norm, placement, "NT");
        symbols.lengths(LENGTHS);
        new Slopes(symbols, symbols(LENGTHS.length), LABELS).assertParameters();
    }

    @ParameterizedTest
    @MethodSource("blocksOfSingleExamples")
    void anOutputDoesNotDependOnTheOtherExamples(String norm, Placement placement) {
        Network network = network(norm, placement, "NTC");
        Tensor x = numbers(LENGTHS.length);
        network.lengths(LENGTHS);
        double[] together = network.forward(x, Mode.BATCH).toArray();
        for (int n = 0; n < LENGTHS.length; n++) {
            network.lengths(LENGTHS[n]);
            Tensor alone = network.forward(x.examples(n, n + 1).copy(), Mode.BATCH);
            assertThat(alone.toArray()).containsExactly(Arrays.copyOfRange(together, 3 * n, 3 * n + 3));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, -3})
    void noValueInPaddingChangesABit(double padding) {
        for (Placement placement : Placement.values()) {
            Network network = network("batch", placement, "NTC");
            network.lengths(LENGTHS);
            Tensor x = numbers(LENGTHS.length);
            double loss = network.lossAndGradients(x, LABELS);
            assertThat(network.lossAndGradients(padded(x, padding), LABELS)).isEqualTo(loss);
        }
    }

    private static Tensor padded(Tensor x, double padding) {
        Tensor padded = x.copy();
        for (int i = 0; i < x.shape().count(); i++) {
            if (i / CHANNELS % LONGEST >= LENGTHS[i / CHANNELS / LONGEST]) {
                padded.set(i, padding);
            }
        }
        return padded;
    }

    @Test
    void sequencesMayBeLongerThanTheShapeThatTheNetworkWasMadeFor() {
        Network shorter = network("layer", Placement.BEFORE_ACTIVATION, "NTC");
        Tensor x = numbers(1);
        shorter.lengths(LONGEST - 2);
        double[] first = shorter.forward(x, Mode.BATCH).toArray();
        shorter.lengths(2 * LONGEST);
        shorter.forward(Arms.float64().like(Shape.ntc(1, 2 * LONGEST, CHANNELS)), Mode.BATCH);
        shorter.lengths(LONGEST - 2);
        assertThat(shorter.forward(x, Mode.BATCH).toArray()).containsExactly(first);
    }

    @ParameterizedTest
    @EnumSource
    void theOrderOfTheStepsMatters(Placement placement) {
        Network network = network("layer", placement, "NT");
        network.lengths(2);
        double[] ab = network.forward(Tensor.of(Shape.of("NT", 1, 2), 1.0, 4.0), Mode.BATCH)
                .toArray();
        double[] ba = network.forward(Tensor.of(Shape.of("NT", 1, 2), 4.0, 1.0), Mode.BATCH)
                .toArray();
        assertThat(ab).isNotEqualTo(ba);
    }

    @Test
    void attentionOverOneStepPassesItsValueOn() {
        Attention attention = new Attention(1);
        attention.lengths(1, 1);
        Tensor x = Tensor.of(Shape.nc(2, 6), 9.0, -5, 2, 7, 0.5, 0.25, 1, 1, 1, 1, -4, 8);
        assertThat(attention.forward(x, Mode.BATCH).toArray()).containsExactly(0.5, 0.25, -4, 8);
    }

    @Test
    void attentionWeighsValuesByTheSoftmaxOfTheScores() {
        Attention attention = new Attention(1);
        attention.lengths(2);
        double score = StrictMath.log(3);
        Tensor x = Tensor.of(Shape.nc(2, 3), 1.0, score, 8, 0, 0, 4);
        // the first row attends with 3/4 and 1/4, the second with equal shares; a power of a logarithm errs by an ulp
        // or two
        assertThat(attention.forward(x, Mode.BATCH).get(0)).isBetween(Math.nextDown(7.0) - 0x1p-49, 7 + 0x1p-49);
        assertThat(attention.forward(x, Mode.BATCH).get(1)).isEqualTo(6);
    }

    @Test
    void whatIsNoSequenceOrNoMultipleOfTheHeadsIsRefused() {
        Recipe recipe = Arms.recipe(norms().get("none"), Activation.TANH, Arms.float64());
        assertThatThrownBy(() -> Networks.transformer(Shape.nchw(1, 2, 3, 5), new Encoder(2, 6, 2, 5), 3, recipe))
                .isInstanceOf(NormException.class)
                .hasMessageContaining("no sequence");
        assertThatThrownBy(() -> new Encoder(2, 7, 2, 5))
                .isInstanceOf(NormException.class)
                .hasMessageContaining("2 heads");
    }

    private static Network network(String norm, Placement placement, String layout) {
        Recipe before = Arms.recipe(norms().get(norm), Activation.TANH, Arms.float64());
        Recipe recipe = new Recipe(before.norm(), placement, before.activation(), before.dropout(), before.start());
        return layout.equals("NTC")
                ? Networks.transformer(Shape.ntc(1, LONGEST, CHANNELS), new Encoder(CHANNELS, 6, 2, 5), 3, recipe)
                : Networks.transformer(Shape.of("NT", 1, LONGEST), new Encoder(SYMBOLS, 6, 2, 5), 3, recipe);
    }

    private static Tensor numbers(int examples) {
        Tensor x = Arms.float64().like(Shape.ntc(examples, LONGEST, CHANNELS));
        var draws = Streams.root(1).open("test");
        for (int i = 0; i < x.shape().count(); i++) {
            x.set(i, draws.gaussian());
        }
        return x;
    }

    private static Tensor symbols(int examples) {
        Tensor x = Arms.float64().like(Shape.of("NT", examples, LONGEST));
        for (int i = 0; i < x.shape().count(); i++) {
            x.set(i, i * 3 % SYMBOLS);
        }
        return x;
    }
}
