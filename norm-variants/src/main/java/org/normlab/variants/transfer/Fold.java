package org.normlab.variants.transfer;

import java.util.Optional;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.core.Normalizer;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;
import org.normlab.variants.NoNorm;

/**
 * A layer that does what a layer and the normalizer after it did.
 *
 * <p>W'_o = factor_o·W_o and b'_o = factor_o·b_o + shift_o, with factor = weight/√(variance + ε); computed in double and rounded once.
 *
 * @param layer the new layer; it has a bias
 * @param largestDifference how far an output can be from that of the two, for inputs within ±1 and exact sums: what the rounding of
 *     the new weight and bias can amount to
 */
public record Fold(Layer layer, double largestDifference) {

    /**
     * Folds a normalizer into the layer before it.
     *
     * @param layer not modified
     * @param normalizer at evaluation
     * @return the new layer
     * @throws NormException OPTION if the normalizer is not linear in the channels, such as one with statistics of the batch; SHAPE if the
     *     channels differ or mix groups of the layer
     */
    public static Fold of(Layer layer, Normalizer normalizer) {
        ChannelMap map = map(normalizer, layer.outputs());
        if (map.channels() != layer.outputs() || layer.outputs() / layer.groups() % map.size() != 0) {
            throw NormException.about(Kind.SHAPE, normalizer.name(), "channels", map.channels())
                    .because(
                            "in groups of " + map.size() + " do not fit " + layer.outputs() + " outputs in "
                                    + layer.groups() + " groups",
                            "fold into the layer right before");
        }
        Tensor weight = layer.weight().like(layer.weight().shape());
        Tensor bias = layer.weight().like(Shape.of("C", layer.outputs()));
        double largest = 0;
        for (int o = 0; o < layer.outputs(); o++) {
            largest = Math.max(largest, fill(layer, map, o, weight) + put(bias, o, shift(layer, map, o)));
        }
        return new Fold(new Layer(weight, Optional.of(bias), layer.direction(), layer.groups()), largest);
    }

    private static ChannelMap map(Normalizer normalizer, int outputs) {
        if (normalizer instanceof NoNorm) {
            return ChannelMap.identity(outputs);
        }
        if (normalizer instanceof Foldable foldable) {
            return foldable.channelMap();
        }
        throw NormException.about(Kind.OPTION, "Fold", "normalizer", normalizer.name())
                .because(
                        "is not linear in its channels",
                        "freeze it first, recurrent batch norm by its step; variants without running statistics do not fold");
    }

    /** Writes one output's weights; Σ of their rounding errors. */
    private static double fill(Layer layer, ChannelMap map, int output, Tensor weight) {
        double error = 0;
        for (int entry = 0; entry < layer.fanIn(); entry++) {
            double sum = 0;
            for (int k = 0; k < map.size(); k++) {
                int other = output / map.size() * map.size() + k;
                sum += map.rows()[output * map.size() + k] * layer.weight().get(layer.index(other, entry));
            }
            error += put(weight, layer.index(output, entry), sum);
        }
        return error;
    }

    private static double shift(Layer layer, ChannelMap map, int output) {
        double shift = map.shifts()[output];
        for (int k = 0; k < map.size(); k++) {
            int other = output / map.size() * map.size() + k;
            shift += map.rows()[output * map.size() + k] * layer.bias(other);
        }
        return shift;
    }

    private static double put(Tensor target, int index, double value) {
        target.set(index, value);
        return Math.abs(target.get(index) - value);
    }
}
