package org.normlab.variants.recurrent;

import org.normlab.core.Affine;
import org.normlab.core.Axes;
import org.normlab.core.Epsilon;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.core.Normalizer;
import org.normlab.core.Shape;
import org.normlab.variants.GroupNorm;
import org.normlab.variants.LayerNorm;
import org.normlab.variants.NoNorm;
import org.normlab.variants.Options;

/**
 * The normalizers inside a layer-normalized LSTM cell of H units, with a = W_h·h', u = W_x·x and four gates. There is no single such cell:
 * {@link Definition} names the one. As a normalizer of its own it is the one of the gates, {@code hidden}, with the parameters of that one;
 * those of {@code input} and {@code cell} are stored by the normalizers themselves.
 *
 * @param definition which cell
 * @param hidden of a, or of the sum a + u with {@link Definition#JOINT}; 4H channels
 * @param input of u; 4H channels
 * @param cell of c; H channels
 */
public record LayerLstmNorm(Definition definition, Normalizer hidden, Normalizer input, Normalizer cell)
        implements Normalizer {

    /** Which cell. */
    public enum Definition {
        /** LN(a) + LN(u) + b; c is carried raw, h = σ(o)·tanh(LN(c)). Ba, Kiros and Hinton 2016, arXiv 1607.06450. */
        PAPER,
        /** LN(a) + LN(u); c = LN(c) is carried, h = σ(o)·tanh(c). PyTorch's fast recurrent benchmarks. */
        CARRIED,
        /** LN of each gate's H values of a + u; the cell as with CARRIED. TensorFlow's LayerNormBasicLSTMCell. */
        JOINT
    }

    /**
     * The normalizers of a cell, with weight 1, bias 0 and ε 1e-5.
     *
     * @param definition which cell
     * @param units H
     * @return the normalizers
     */
    public static LayerLstmNorm of(Definition definition, int units) {
        Normalizer cell = LayerNorm.of(units);
        return definition == Definition.JOINT
                ? new LayerLstmNorm(definition, GroupNorm.of(4 * units, 4), new NoNorm(), cell)
                : new LayerLstmNorm(definition, LayerNorm.of(4 * units), LayerNorm.of(4 * units), cell);
    }

    static LayerLstmNorm create(Options o) {
        if (o.channels() % 4 != 0) {
            throw NormException.about(Kind.SHAPE, "LayerLstmNorm", "x", o.input())
                    .because("does not have four gates", "give 4H channels");
        }
        return of(o.choice("definition", Definition.class, Definition.PAPER), o.channels() / 4);
    }

    @Override
    public Shape view(Shape shape) {
        return hidden.view(shape);
    }

    @Override
    public Axes reductionAxes(Shape view) {
        return hidden.reductionAxes(view);
    }

    @Override
    public Affine affine() {
        return hidden.affine();
    }

    @Override
    public Epsilon epsilon() {
        return hidden.epsilon();
    }
}
