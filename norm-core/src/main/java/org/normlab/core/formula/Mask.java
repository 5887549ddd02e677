package org.normlab.core.formula;

import java.util.Arrays;
import org.normlab.core.Axes;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.core.Normalizer;
import org.normlab.core.Shape;

/**
 * Which elements of a tensor count, such as the steps of padded sequences.
 *
 * <p>Under a mask, statistics, sums and counts run over the elements that count; output and gradient are exactly 0 elsewhere, and
 * what the tensor holds there, NaN included, is never read.
 */
public final class Mask {
    private final Shape shape;
    private final boolean[] valid;

    private Mask(Shape shape, boolean[] valid) {
        this.shape = shape;
        this.valid = valid;
    }

    /**
     * Every element counts.
     *
     * @param shape of the tensor
     * @return the mask
     */
    public static Mask all(Shape shape) {
        return new Mask(shape, new boolean[0]);
    }

    /**
     * A mask that is repeated along the axes it lacks.
     *
     * @param shape of the tensor
     * @param given the shape of the flags: some of the axes of the tensor, such as NT of NTC, in their order
     * @param valid true where elements count; copied
     * @return the mask
     * @throws NormException SHAPE if the flags do not fit
     */
    public static Mask of(Shape shape, Shape given, boolean... valid) {
        boolean fits = valid.length == given.count();
        int mask = 0;
        int last = -1;
        for (int axis = 0; axis < given.rank(); axis++) {
            int at = shape.layout().indexOf(given.layout().charAt(axis));
            fits &= at > last && shape.size(at) == given.size(axis);
            last = at;
            mask |= 1 << Math.max(at, 0);
        }
        if (!fits) {
            throw NormException.about(Kind.SHAPE, "Mask", "mask", given + " with " + valid.length + " flags")
                    .because(
                            "does not fit " + shape, "give one flag for each position of some of its axes, such as NT");
        }
        Slices slices = Slices.of(shape, new Axes(~mask), all(shape));
        boolean[] flags = new boolean[shape.count()];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = valid[slices.of(i)];
        }
        return new Mask(shape, flags);
    }

    /**
     * The first steps of each sequence.
     *
     * @param shape of the tensor, with axes N and T
     * @param lengths how many steps of each example count; not modified
     * @return the mask
     * @throws NormException SHAPE without those axes or with another number of lengths; OPTION for a length out of range
     */
    public static Mask lengths(Shape shape, int... lengths) {
        if (!shape.has('N') || !shape.has('T') || lengths.length != shape.examples()) {
            throw NormException.about(Kind.SHAPE, "Mask", "lengths", lengths.length + " values")
                    .because("do not fit " + shape, "give one length an example of a shape with axes N and T");
        }
        int steps = shape.size('T');
        Shape given = shape.layout().indexOf('N') < shape.layout().indexOf('T')
                ? Shape.of("NT", lengths.length, steps)
                : Shape.of("TN", steps, lengths.length);
        boolean[] valid = new boolean[given.count()];
        for (int n = 0; n < lengths.length; n++) {
            if (lengths[n] < 0 || lengths[n] > steps) {
                throw NormException.about(Kind.OPTION, "Mask", "lengths[" + n + "]", lengths[n])
                        .because("is not within 0 and " + steps, "give the steps that count");
            }
            for (int t = 0; t < lengths[n]; t++) {
                valid[n * given.stride('N') + t * given.stride('T')] = true;
            }
        }
        return of(shape, given, valid);
    }

    /**
     * The shape of the tensor.
     *
     * @return its shape
     */
    public Shape shape() {
        return shape;
    }

    /**
     * Whether an element counts.
     *
     * @param element its place in memory order
     * @return true if it does
     */
    public boolean valid(int element) {
        return valid.length == 0 || valid[element];
    }

    /** Puts 0 where an element does not count. */
    void clear(double[] values) {
        for (int i = 0; i < valid.length; i++) {
            values[i] = valid[i] ? values[i] : 0;
        }
    }

    /**
     * Whether every element counts.
     *
     * @return true if none is left out
     */
    public boolean isAll() {
        for (boolean flag : valid) {
            if (!flag) {
                return false;
            }
        }
        return true;
    }

    /**
     * The mask of consecutive examples.
     *
     * @param from the first
     * @param to after the last
     * @return their mask
     * @throws NormException SHAPE if examples are not the outermost axis; OPTION if there are fewer
     */
    public Mask examples(int from, int to) {
        Shape part = shape.examples(from, to);
        int stride = shape.stride('N');
        return valid.length == 0 ? all(part) : new Mask(part, Arrays.copyOfRange(valid, from * stride, to * stride));
    }

    /**
     * A normalizer under this mask.
     *
     * @param normalizer any
     * @return a normalizer for tensors of the mask's shape
     */
    public Normalizer on(Normalizer normalizer) {
        return normalizer instanceof Maskable maskable
                ? maskable.masked(this)
                : new Masked(normalizer, sample -> Plain.at(normalizer, sample), this);
    }
}
