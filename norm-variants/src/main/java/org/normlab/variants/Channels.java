package org.normlab.variants;

import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;

/** Checks of channel counts, with the divisors in the message. */
public final class Channels {
    private Channels() {}

    /**
     * Checks the channels of a shape.
     *
     * @param variant who asks
     * @param shape the shape
     * @param channels how many were declared
     * @return the shape
     * @throws NormException SHAPE if it has others
     */
    public static Shape require(String variant, Shape shape, int channels) {
        if (!shape.has('C') || shape.channels() != channels) {
            throw NormException.about(Kind.SHAPE, variant, "channels", channels)
                    .because("does not match axis C of " + shape, "declare " + shape.channels() + " channels");
        }
        return shape;
    }

    /**
     * Checks the length of a parameter.
     *
     * @param variant who asks
     * @param argument its name
     * @param parameter the tensor
     * @param entries how many it must have
     * @throws NormException SHAPE if it has others
     */
    public static void entries(String variant, String argument, Tensor parameter, int entries) {
        if (parameter.shape().count() != entries) {
            throw NormException.about(Kind.SHAPE, variant, argument, parameter.shape())
                    .because("does not have " + entries + " entries", "give one each");
        }
    }

    /**
     * Checks that the examples lie outside of the channels, where statistics are told apart by their order in memory.
     *
     * @param variant who asks
     * @param shape the shape, with channels
     * @return the shape
     * @throws NormException SHAPE if the channels come first
     */
    public static Shape examplesFirst(String variant, Shape shape) {
        if (shape.layout().indexOf('N') > shape.layout().indexOf('C')) {
            throw NormException.about(Kind.SHAPE, variant, "x", shape)
                    .because("has axis C before axis N", "permute it so that N comes before C");
        }
        return shape;
    }

    /**
     * Checks that a number is positive.
     *
     * @param variant who asks
     * @param argument its name
     * @param value its value
     * @return the value
     * @throws NormException OPTION if it is less than 1
     */
    public static int positive(String variant, String argument, int value) {
        if (value < 1) {
            throw NormException.about(Kind.OPTION, variant, argument, value)
                    .because("is less than 1", "give a positive number");
        }
        return value;
    }

    /**
     * Checks that parts divide the channels.
     *
     * @param variant who asks
     * @param argument the name of the number of parts
     * @param parts how many
     * @param channels how many channels
     * @throws NormException OPTION with the divisors if they do not
     */
    public static void divide(String variant, String argument, int parts, int channels) {
        if (parts < 1 || channels % parts != 0) {
            throw NormException.about(Kind.OPTION, variant, argument, parts)
                    .because("does not divide channels = " + channels, "use " + divisors(channels));
        }
    }

    private static String divisors(int channels) {
        StringBuilder list = new StringBuilder();
        for (int d = channels; d >= 1; d--) {
            if (channels % d == 0) {
                list.append(list.isEmpty() ? "" : d == 1 ? " or " : ", ").append(d);
            }
        }
        return list.toString();
    }
}
