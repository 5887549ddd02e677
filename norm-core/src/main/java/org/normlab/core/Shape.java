package org.normlab.core;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.normlab.core.NormException.Kind;

/**
 * The sizes of a dense row-major tensor with a named role for each axis.
 *
 * <p>A layout is a word with one capital letter an axis: {@code N} is the example axis, {@code C} the channel axis, and
 * every other letter ({@code T} time, {@code L}, {@code D}, {@code H}, {@code W}, ...) a spatial axis. Nothing is ever
 * guessed from the rank: a 3-D tensor is {@code NCL} or {@code NTC} because its shape says so.
 *
 * <p>Sizes may be 0 (an empty batch). Their product must not exceed 2³¹−1.
 */
public final class Shape {
    private static final String SUBJECT = "Shape";

    private final String layout;
    private final int[] sizes;
    private final int count;

    private Shape(String layout, int[] sizes) {
        this.layout = layout;
        this.sizes = sizes;
        this.count = product(sizes);
    }

    /**
     * A shape of any rank.
     *
     * @param layout one different capital letter an axis, such as {@code NCHW}
     * @param sizes one size an axis; not modified
     * @return the shape
     * @throws NormException SHAPE if the layout and the sizes do not belong together or the product overflows
     */
    public static Shape of(String layout, int... sizes) {
        if (!layout.matches("[A-Z]{1,32}") || layout.chars().distinct().count() != layout.length()) {
            throw NormException.about(Kind.SHAPE, SUBJECT, "layout", layout)
                    .because("is not a word of different capital letters", "write one letter an axis, such as NCHW");
        }
        if (layout.length() != sizes.length) {
            throw NormException.about(Kind.SHAPE, SUBJECT, "sizes", Arrays.toString(sizes))
                    .because(
                            "has rank " + sizes.length + " but layout " + layout + " has rank " + layout.length(),
                            "give one size for each letter");
        }
        return new Shape(layout, sizes.clone());
    }

    /**
     * Examples and channels, as in a fully connected layer.
     *
     * @param n examples
     * @param c channels
     * @return the shape
     */
    public static Shape nc(int n, int c) {
        return of("NC", n, c);
    }

    /**
     * Channels first over one spatial axis.
     *
     * @param n examples
     * @param c channels
     * @param l positions
     * @return the shape
     */
    public static Shape ncl(int n, int c, int l) {
        return of("NCL", n, c, l);
    }

    /**
     * Sequences, channels last.
     *
     * @param n examples
     * @param t time steps
     * @param c channels
     * @return the shape
     */
    public static Shape ntc(int n, int t, int c) {
        return of("NTC", n, t, c);
    }

    /**
     * Images, channels first.
     *
     * @param n examples
     * @param c channels
     * @param h rows
     * @param w columns
     * @return the shape
     */
    public static Shape nchw(int n, int c, int h, int w) {
        return of("NCHW", n, c, h, w);
    }

    /**
     * Images, channels last.
     *
     * @param n examples
     * @param h rows
     * @param w columns
     * @param c channels
     * @return the shape
     */
    public static Shape nhwc(int n, int h, int w, int c) {
        return of("NHWC", n, h, w, c);
    }

    /**
     * The layout word.
     *
     * @return one letter an axis
     */
    public String layout() {
        return layout;
    }

    /**
     * The number of axes.
     *
     * @return the rank
     */
    public int rank() {
        return sizes.length;
    }

    /**
     * The number of elements.
     *
     * @return the product of the sizes
     */
    public int count() {
        return count;
    }

    /**
     * The number of elements along some axes together.
     *
     * @param axes which
     * @return the product of their sizes
     */
    public int count(Axes axes) {
        return product(IntStream.range(0, rank())
                .map(axis -> axes.contains(axis) ? sizes[axis] : 1)
                .toArray());
    }

    /**
     * The size of one axis.
     *
     * @param axis 0 to rank−1
     * @return its size
     */
    public int size(int axis) {
        return sizes[axis];
    }

    /**
     * All sizes.
     *
     * @return a copy, one size an axis
     */
    public int[] sizes() {
        return sizes.clone();
    }

    /**
     * The size of the axis with this letter.
     *
     * @param letter such as {@code 'C'}
     * @return its size, or 1 if the layout has no such axis
     */
    public int size(char letter) {
        int axis = layout.indexOf(letter);
        return axis < 0 ? 1 : sizes[axis];
    }

    /**
     * Whether the layout has this axis.
     *
     * @param letter such as {@code 'C'}
     * @return true if it has
     */
    public boolean has(char letter) {
        return layout.indexOf(letter) >= 0;
    }

    /**
     * The number of channels.
     *
     * @return the size of axis C, or 1 without one
     */
    public int channels() {
        return size('C');
    }

    /**
     * The number of examples.
     *
     * @return the size of axis N, or 1 without one
     */
    public int examples() {
        return size('N');
    }

    /**
     * The shape of consecutive examples.
     *
     * @param from the first
     * @param to after the last
     * @return the same shape with fewer examples
     * @throws NormException SHAPE if examples are not the outermost axis; OPTION if there are fewer
     */
    public Shape examples(int from, int to) {
        if (layout.charAt(0) != 'N') {
            throw NormException.about(Kind.SHAPE, SUBJECT, "layout", layout)
                    .because("does not have its examples outermost", "permute it so that N comes first");
        }
        if (from < 0 || to < from || to > sizes[0]) {
            throw NormException.about(Kind.OPTION, SUBJECT, "examples", from + " to " + to)
                    .because("are not within " + this, "name examples from 0 to " + sizes[0]);
        }
        int[] part = sizes();
        part[0] = to - from;
        return new Shape(layout, part);
    }

    /**
     * The number of elements between two neighbours along an axis: the product of the sizes after it.
     *
     * @param letter such as {@code 'C'}
     * @return the stride; the whole count if the layout has no such axis
     */
    public int stride(char letter) {
        int axis = layout.indexOf(letter);
        return axis < 0 ? Math.max(1, count) : product(Arrays.copyOfRange(sizes, axis + 1, sizes.length));
    }

    /**
     * The axes with these letters; letters that the layout lacks are passed over.
     *
     * @param letters such as {@code "NC"}
     * @return the axes
     */
    public Axes axes(String letters) {
        return Axes.of(rank(), axesWhere(letter -> letters.indexOf(letter) >= 0));
    }

    /**
     * All axes but those with these letters.
     *
     * @param letters such as {@code "N"}
     * @return the axes
     */
    public Axes allBut(String letters) {
        return Axes.of(rank(), axesWhere(letter -> letters.indexOf(letter) < 0));
    }

    /**
     * The other axes.
     *
     * @param axes some axes
     * @return all that are not among them
     */
    public Axes except(Axes axes) {
        return new Axes(~axes.mask() & (int) ((1L << rank()) - 1));
    }

    /**
     * The spatial and time axes: all but N and C.
     *
     * @return the axes, maybe none
     */
    public Axes spatialAxes() {
        return allBut("NC");
    }

    /**
     * The same elements with one axis cut into {@code parts} equal stretches: the axis becomes two, {@code outer} of size
     * {@code parts} before what is left of it.
     *
     * @param letter the axis to cut
     * @param outer a letter for the new axis that the layout does not have
     * @param parts how many stretches; must divide the size
     * @return the view
     * @throws NormException SHAPE if {@code parts} does not divide the size
     */
    public Shape split(char letter, char outer, int parts) {
        int axis = layout.indexOf(letter);
        if (axis < 0 || parts < 1 || sizes[axis] % parts != 0) {
            throw NormException.about(Kind.SHAPE, SUBJECT, "parts", parts)
                    .because("does not divide axis " + letter + " of " + this, "use a divisor of its size");
        }
        int[] split = new int[sizes.length + 1];
        System.arraycopy(sizes, 0, split, 0, axis);
        split[axis] = parts;
        split[axis + 1] = sizes[axis] / parts;
        System.arraycopy(sizes, axis + 1, split, axis + 2, sizes.length - axis - 1);
        return of(layout.substring(0, axis) + outer + layout.substring(axis), split);
    }

    private int[] axesWhere(java.util.function.IntPredicate letterTest) {
        return IntStream.range(0, rank())
                .filter(axis -> letterTest.test(layout.charAt(axis)))
                .toArray();
    }

    private static int product(int[] sizes) {
        long product = 1;
        boolean empty = false;
        for (int size : sizes) {
            if (size < 0) {
                throw tooBig(sizes, "has a negative size", "sizes start at 0");
            }
            empty |= size == 0;
            product = Math.min(product * Math.max(size, 1), 1L << 31); // below 2⁶² even before it is cut
        }
        if (product > Integer.MAX_VALUE && !empty) {
            throw tooBig(sizes, "has more than 2147483647 elements", "split the batch");
        }
        return empty ? 0 : (int) product;
    }

    private static NormException tooBig(int[] sizes, String problem, String fix) {
        return NormException.about(Kind.SHAPE, SUBJECT, "sizes", Arrays.toString(sizes))
                .because(problem, fix);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shape shape && layout.equals(shape.layout) && Arrays.equals(sizes, shape.sizes);
    }

    @Override
    public int hashCode() {
        return 31 * layout.hashCode() + Arrays.hashCode(sizes);
    }

    /** Layout and sizes, such as {@code NCHW 2x3x5x7}. */
    @Override
    public String toString() {
        return layout + " " + Arrays.stream(sizes).mapToObj(Integer::toString).collect(Collectors.joining("x"));
    }
}
