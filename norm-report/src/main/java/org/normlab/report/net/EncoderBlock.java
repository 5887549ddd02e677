package org.normlab.report.net;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.core.Shape;

/** Builds the pieces of an encoder block. */
final class EncoderBlock {
    private final Encoder sizes;
    private final Recipe recipe;
    private final Layers layers;

    EncoderBlock(Encoder sizes, Recipe recipe) {
        this.sizes = sizes;
        this.recipe = recipe;
        layers = new Layers(recipe);
    }

    /** From sequences of a shape to logits. */
    List<Piece> pieces(Shape input, int classes) {
        if (!input.layout().equals("NTC") && !input.layout().equals("NT")) {
            throw NormException.about(Kind.SHAPE, "transformer", "input", input)
                    .because("is no sequence", "give sequences NTC, such as digits:rows or names16");
        }
        List<Piece> pieces = new ArrayList<>(input.has('C') ? numbers() : symbols());
        pieces.add(new Positions(sizes.width()));
        pieces.addAll(residual("attention", attention()));
        pieces.addAll(residual("feedforward", feedforward()));
        if (normComesFirst()) {
            pieces.add(norm("last"));
        }
        pieces.add(new MeanOverTime(recipe.start().precision(), input.size('T'), sizes.width()));
        pieces.add(layers.readOut(sizes.width(), classes));
        return pieces;
    }

    private List<Piece> numbers() {
        return List.of(
                new ValidSteps(recipe.start().precision(), sizes.inputs()),
                linear("embedding", sizes.inputs(), sizes.width()));
    }

    private List<Piece> symbols() {
        return List.of(new Lookup(layers.table(new Layers.Size("embedding", sizes.inputs(), sizes.width()))));
    }

    private List<Piece> attention() {
        int width = sizes.width();
        return branch(
                List.of(
                        linear("attention.heads", width, 3 * width),
                        new Attention(sizes.heads()),
                        linear("attention.out", width, width)),
                1);
    }

    private List<Piece> feedforward() {
        return branch(
                List.of(
                        linear("feedforward.hidden", sizes.width(), sizes.hidden()),
                        layers.activation(),
                        linear("feedforward.out", sizes.hidden(), sizes.width())),
                2);
    }

    /** The branch {@code number} of two, with dropout at its end if the recipe asks for it. */
    private List<Piece> branch(List<Piece> pieces, int number) {
        return Stream.concat(pieces.stream(), layers.dropout(number, 2).stream())
                .toList();
    }

    /** A branch beside an identity, and its norm. */
    private List<Piece> residual(String name, List<Piece> branch) {
        Piece norm = norm(name);
        return normComesFirst()
                ? List.of(new Residual(new Chain(
                        Stream.concat(Stream.of(norm), branch.stream()).toList())))
                : List.of(new Residual(new Chain(branch)), norm);
    }

    private boolean normComesFirst() {
        return recipe.placement() == Placement.BEFORE_ACTIVATION;
    }

    private Piece norm(String name) {
        return layers.norm(name, sizes.width());
    }

    private Piece linear(String name, int inputs, int outputs) {
        return layers.linear(new Layers.Size(name, inputs, outputs));
    }
}
