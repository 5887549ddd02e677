package org.normlab.variants;

import java.util.Arrays;
import java.util.List;
import org.normlab.core.Axes;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.core.Shape;

/** Which axes of an example a layer normalization joins. */
public sealed interface Extent {

    /**
     * The axes of a shape.
     *
     * @param variant who asks, for messages
     * @param shape the shape of the input
     * @return the axes
     * @throws NormException SHAPE or OPTION if the shape does not have them
     */
    Axes axes(String variant, Shape shape);

    /** Every axis but the example axis. */
    record Example() implements Extent {
        @Override
        public Axes axes(String variant, Shape shape) {
            return shape.allBut("N");
        }
    }

    /**
     * Named axes.
     *
     * @param axes from −rank to rank−1
     */
    record Named(List<Integer> axes) implements Extent {
        @Override
        public Axes axes(String variant, Shape shape) {
            return Axes.of(
                    shape.rank(), axes.stream().mapToInt(Integer::intValue).toArray());
        }
    }

    /**
     * The last axes, which must have these sizes.
     *
     * @param sizes outermost first
     */
    record Trailing(List<Integer> sizes) implements Extent {
        @Override
        public Axes axes(String variant, Shape shape) {
            int lead = shape.rank() - sizes.size();
            for (int i = 0; i < sizes.size(); i++) {
                if (lead < 0 || shape.size(lead + i) != sizes.get(i)) {
                    throw NormException.about(Kind.SHAPE, variant, "normalized-shape", sizes)
                            .because("is not the trailing shape of " + shape, "name the sizes of the last axes");
                }
            }
            return Axes.trailing(shape.rank(), sizes.size());
        }

        int count() {
            return sizes.stream().reduce(1, Math::multiplyExact);
        }
    }

    /**
     * Named axes.
     *
     * @param axes from −rank to rank−1
     * @return the extent
     */
    static Named named(int... axes) {
        return new Named(Arrays.stream(axes).boxed().toList());
    }

    /**
     * The last axes, which must have these sizes.
     *
     * @param sizes outermost first; at least one
     * @return the extent
     * @throws NormException OPTION if there is no size or one is less than 1; SHAPE if they make more than 2³¹−1 elements
     */
    static Trailing trailing(int... sizes) {
        return Extents.trailing("Extent", sizes);
    }
}
