package org.normlab.report.net;

import org.normlab.core.Tensor;
import org.normlab.report.random.Streams;

/**
 * What the hidden layers of a network are made of, whatever its architecture.
 *
 * @param norm makes the normalizers
 * @param placement where they stand
 * @param activation the nonlinearity of hidden layers
 * @param dropout where units are dropped, and how many
 * @param start how the first parameters are drawn
 */
public record Recipe(NormFactory norm, Placement placement, Activation activation, Drop dropout, Start start) {

    /**
     * Dropout of hidden units.
     *
     * @param share how many of them, from 0 to below 1
     * @param place where
     */
    public record Drop(double share, Place place) {
        /** Every unit stays. */
        public static final Drop NONE = new Drop(0, Place.EVERY);

        /** Which hidden layers are followed by dropout. */
        public enum Place {
            /** Every hidden layer. */
            EVERY,
            /** The last hidden layer alone. */
            LAST
        }
    }

    /**
     * The first parameters.
     *
     * @param rule how wide the weights are drawn
     * @param gain a factor on the weights
     * @param streams draws for one replicate: {@code init} by layer, parameter and shape, {@code dropout} by layer and step
     * @param precision the element type of all parameters and activations is that of this tensor
     */
    public record Start(Initialization rule, double gain, Streams streams, Tensor precision) {}
}
