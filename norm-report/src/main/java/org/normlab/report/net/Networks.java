package org.normlab.report.net;

import java.util.ArrayList;
import java.util.List;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.core.Shape;

/**
 * The architectures: how hidden layers follow each other. Logits are never normalized.
 *
 * <p>Every method throws a {@link NormException} that says why if the norm has no meaning for the layers it would normalize.
 */
public final class Networks {
    private Networks() {}

    /**
     * A multilayer perceptron: all elements of an example, hidden layers of these widths, logits.
     *
     * @param input the shape of a batch of one example
     * @param widths units of each hidden layer, maybe none
     * @param classes how many logits
     * @param recipe what a hidden layer is made of
     * @return the network with its first parameters
     */
    public static Network mlp(Shape input, List<Integer> widths, int classes, Recipe recipe) {
        Layers layers = new Layers(recipe);
        List<Piece> pieces = new ArrayList<>();
        int inputs = elements(input);
        for (int layer = 1; layer <= widths.size(); layer++) {
            int width = widths.get(layer - 1);
            pieces.addAll(layers.dense(new Layers.Size("hidden" + layer, inputs, width)));
            pieces.addAll(layers.dropout(layer, widths.size()));
            inputs = width;
        }
        pieces.add(layers.readOut(inputs, classes));
        return new Network(input, pieces);
    }

    /**
     * A perceptron of equal hidden layers with an identity around every two of them, from the second on (He et al. 2016); the norm
     * stands inside the branches.
     *
     * @param input the shape of a batch of one example
     * @param widths units of each hidden layer, all the same
     * @param classes how many logits
     * @param recipe what a hidden layer is made of
     * @return the network with its first parameters
     */
    public static Network residualMlp(Shape input, List<Integer> widths, int classes, Recipe recipe) {
        if (widths.stream().distinct().count() != 1) {
            throw NormException.about(Kind.OPTION, "resmlp", "widths", widths)
                    .because("cannot be bridged by an identity", "give at least one layer, all of one width");
        }
        Layers layers = new Layers(recipe);
        List<Piece> pieces = new ArrayList<>();
        List<Piece> branch = new ArrayList<>();
        for (int layer = 1; layer <= widths.size(); layer++) {
            int inputs = layer == 1 ? elements(input) : widths.get(0);
            branch.addAll(layers.dense(new Layers.Size("hidden" + layer, inputs, widths.get(0))));
            branch.addAll(layers.dropout(layer, widths.size()));
            if (layer % 2 == 1) {
                Piece block = new Chain(branch);
                pieces.add(layer == 1 ? block : new Residual(block));
                branch.clear();
            }
        }
        pieces.addAll(branch);
        pieces.add(layers.readOut(widths.get(0), classes));
        return new Network(input, pieces);
    }

    /**
     * A convolutional network: for each of these numbers of channels a 3 by 3 convolution, norm, activation and 2 by 2 average pool;
     * then logits.
     *
     * @param input the shape of a batch of one image, NCHW
     * @param channels output channels of each convolution
     * @param classes how many logits
     * @param recipe what a hidden layer is made of
     * @return the network with its first parameters
     */
    public static Network cnn(Shape input, List<Integer> channels, int classes, Recipe recipe) {
        if (!input.layout().equals("NCHW") || Math.min(input.size('H'), input.size('W')) >> channels.size() < 1) {
            throw NormException.about(Kind.SHAPE, "cnn", "input", input)
                    .because(
                            "cannot be halved " + channels.size() + " times",
                            "give images NCHW of at least " + (1 << channels.size()) + " pixels a side");
        }
        Layers layers = new Layers(recipe);
        List<Piece> pieces = new ArrayList<>(List.of(new ChannelsLast()));
        Shape images = pieces.get(0).shape(input);
        for (int layer = 1; layer <= channels.size(); layer++) {
            List<Piece> added = new ArrayList<>(layers.convolution("conv" + layer, images, channels.get(layer - 1)));
            added.add(new AveragePool());
            added.addAll(layers.dropout(layer, channels.size()));
            images = new Chain(added).shape(images);
            pieces.addAll(added);
        }
        pieces.add(layers.readOut(elements(images), classes));
        return new Network(input, pieces);
    }

    /**
     * A transformer: one encoder block, then logits.
     *
     * @param input the shape of a batch of one example, NTC of numbers or NT of symbols
     * @param encoder the sizes of the block
     * @param classes how many logits
     * @param recipe which norm stands where in the block, its activation, and dropout at the end of both branches
     * @return the network with its first parameters
     */
    public static Network transformer(Shape input, Encoder encoder, int classes, Recipe recipe) {
        return new Network(input, new EncoderBlock(encoder, recipe).pieces(input, classes));
    }

    /**
     * A network that reads the classes off what one piece makes of an example, such as the last state of a recurrent layer.
     *
     * @param input the shape of a batch of one example
     * @param body the piece
     * @param classes how many logits
     * @param recipe how the read-out is drawn, and the dropout before it
     * @return the network with its first parameters
     */
    public static Network readOut(Shape input, Piece body, int classes, Recipe recipe) {
        Layers layers = new Layers(recipe);
        List<Piece> pieces = new ArrayList<>(List.of(body));
        pieces.addAll(layers.dropout(1, 1));
        pieces.add(layers.readOut(elements(body.shape(input)), classes));
        return new Network(input, pieces);
    }

    private static int elements(Shape input) {
        return input.stride('N');
    }
}
