package org.normlab.report.net;

import java.util.List;
import java.util.Optional;
import org.normlab.core.Normalizer;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;
import org.normlab.report.random.Stream;
import org.normlab.report.random.Streams;

/** Builds the layers of one network: linear maps with their first parameters, norms, activations and dropout. */
final class Layers {
    private final Recipe recipe;
    private final MatMul products = new MatMul();

    Layers(Recipe recipe) {
        this.recipe = recipe;
    }

    /** What a linear map is called and how large it is. */
    record Size(String name, int inputs, int outputs) {}

    /** The last linear map: always with a bias, never normalized. */
    Piece readOut(int inputs, int classes) {
        return linear(new Size("out", inputs, classes));
    }

    /** A linear map with a bias and nothing behind it. */
    Piece linear(Size size) {
        return new Dense(products, weight(size), Optional.of(bias(size)));
    }

    /** A row for each symbol, drawn as for a single input: of a one-hot vector, one element is not 0. */
    Parameter table(Size size) {
        return weight(size, 1);
    }

    /** A norm of rows that stands by itself. */
    Piece norm(String name, int width) {
        return new NormPiece(name + ".norm", recipe.norm().create(Shape.nc(1, width)));
    }

    /** A fully connected hidden layer. */
    List<Piece> dense(Size size) {
        Normalizer norm = recipe.norm().create(Shape.nc(1, size.outputs));
        return hidden(size.name, new Dense(products, weight(size), biasBeside(norm, size)), norm);
    }

    /** A convolution as a hidden layer over images of a shape NHWC. */
    List<Piece> convolution(String name, Shape images, int channels) {
        Size size = new Size(name, Patches.SIZE * Patches.SIZE * images.channels(), channels);
        Normalizer norm = recipe.norm().create(Shape.nhwc(1, images.size('H'), images.size('W'), channels));
        return hidden(name, new Convolution(products, weight(size), biasBeside(norm, size)), norm);
    }

    private List<Piece> hidden(String name, Piece linear, Normalizer normalizer) {
        Piece norm = new NormPiece(name + ".norm", normalizer);
        Piece activation = activation();
        return recipe.placement() == Placement.BEFORE_ACTIVATION
                ? List.of(linear, norm, activation)
                : List.of(linear, activation, norm);
    }

    Piece activation() {
        boolean rectified = recipe.activation() == Activation.RELU
                && recipe.start().precision().isFloat32();
        return rectified ? new Rectifier() : new Activate(recipe.activation());
    }

    /** Dropout after hidden layer {@code layer} of {@code layers}, counted from 1, if the recipe asks for it. */
    List<Piece> dropout(int layer, int layers) {
        Recipe.Drop drop = recipe.dropout();
        boolean here = layer == layers || drop.place() == Recipe.Drop.Place.EVERY;
        return drop.share() > 0 && here
                ? List.of(new Dropout(drop.share(), recipe.start().streams().with("layer", layer)))
                : List.of();
    }

    /** A bias that the norm behind it would take away and has itself is left out. */
    private Optional<Parameter> biasBeside(Normalizer norm, Size size) {
        boolean repeated = recipe.placement() == Placement.BEFORE_ACTIVATION
                && norm.affine().bias().isPresent();
        return repeated ? Optional.empty() : Optional.of(bias(size));
    }

    private Parameter weight(Size size) {
        return weight(size, size.inputs);
    }

    private Parameter weight(Size size, int fanIn) {
        Recipe.Start start = recipe.start();
        Tensor value = start.precision().like(Shape.nc(size.inputs, size.outputs));
        fill(value, size.name, "weight", start.gain() * start.rule().bound(fanIn, size.outputs));
        return Parameter.of(size.name + ".weight", Parameter.Role.WEIGHT, value);
    }

    private Parameter bias(Size size) {
        Recipe.Start start = recipe.start();
        Tensor value = start.precision().like(Shape.of("C", size.outputs));
        if (start.rule() == Initialization.STANDARD) {
            fill(value, size.name, "bias", start.rule().bound(size.inputs, size.outputs));
        }
        return Parameter.of(size.name + ".bias", Parameter.Role.BIAS, value);
    }

    private void fill(Tensor value, String layer, String parameter, double bound) {
        Streams streams = recipe.start().streams();
        Stream draws = streams.with("layer", layer)
                .with("parameter", parameter)
                .with("shape", value.shape())
                .open("init");
        for (int i = 0; i < value.shape().count(); i++) {
            value.set(i, bound * (2 * draws.uniform() - 1));
        }
    }
}
