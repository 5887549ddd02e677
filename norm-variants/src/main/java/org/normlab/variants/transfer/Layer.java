package org.normlab.variants.transfer;

import java.util.Optional;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;

/**
 * The weight and bias of a linear layer or convolution: which entries make each output channel.
 *
 * @param weight outputs first, or inputs first if transposed
 * @param bias one entry an output channel
 * @param direction whether the weight is transposed
 * @param groups into which input and output channels are divided
 */
public record Layer(Tensor weight, Optional<Tensor> bias, Direction direction, int groups) {

    /** Which axis of the weight comes first. */
    public enum Direction {
        /** [out, in/groups, ...]: linear layers and convolutions. */
        OUTPUTS_FIRST,
        /** [in, out/groups, ...]: transposed convolutions. */
        INPUTS_FIRST
    }

    /**
     * Checks the sizes.
     *
     * @param weight outputs first, or inputs first if transposed
     * @param bias one entry an output channel
     * @param direction whether the weight is transposed
     * @param groups into which input and output channels are divided
     * @throws NormException SHAPE if the groups do not divide the channels or the bias has another length
     */
    public Layer {
        Shape shape = weight.shape();
        if (shape.rank() < 2 || groups < 1 || shape.size(0) % groups != 0) {
            throw NormException.about(Kind.SHAPE, "Layer", "weight", shape)
                    .because("is not one of " + groups + " groups", "give a weight whose first axis they divide");
        }
        int outputs = outputs(shape, direction, groups);
        if (bias.isPresent() && bias.get().shape().count() != outputs) {
            throw NormException.about(Kind.SHAPE, "Layer", "bias", bias.get().shape())
                    .because("does not have " + outputs + " entries", "give one an output channel");
        }
    }

    /**
     * A linear layer or a convolution without groups.
     *
     * @param weight outputs first
     * @param bias one entry an output
     * @return the layer
     */
    public static Layer of(Tensor weight, Optional<Tensor> bias) {
        return new Layer(weight, bias, Direction.OUTPUTS_FIRST, 1);
    }

    private static int outputs(Shape shape, Direction direction, int groups) {
        return direction == Direction.OUTPUTS_FIRST ? shape.size(0) : shape.size(1) * groups;
    }

    /**
     * The number of output channels.
     *
     * @return how many
     */
    public int outputs() {
        return outputs(weight.shape(), direction, groups);
    }

    /** The number of entries that make an output channel. */
    int fanIn() {
        return weight.shape().count() / outputs();
    }

    /** The place of an entry of an output channel; the same entry of two channels of a group meets the same input. */
    int index(int output, int entry) {
        if (direction == Direction.OUTPUTS_FIRST) {
            return output * fanIn() + entry;
        }
        int columns = weight.shape().size(1);
        int window = weight.shape().count() / weight.shape().size(0) / columns;
        int input = output / columns * (weight.shape().size(0) / groups) + entry / window;
        return (input * columns + output % columns) * window + entry % window;
    }

    double bias(int output) {
        return bias.map(b -> b.get(output)).orElse(0.0);
    }
}
