package org.normlab.variants;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.normlab.core.Affine;
import org.normlab.core.Affine.Scope;
import org.normlab.core.Axes;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.core.Shape;

/** What options say about the normalized axes and their parameters. */
final class Extents {
    private Extents() {}

    /** The last axes, refused in the name of who asks. */
    static Extent.Trailing trailing(String variant, int... sizes) {
        long count = Arrays.stream(sizes).asLongStream().reduce(1, (a, b) -> Math.min(a * Math.max(b, 0), 1L << 31));
        if (sizes.length == 0 || count == 0 || count > Integer.MAX_VALUE) {
            Kind kind = count > Integer.MAX_VALUE ? Kind.SHAPE : Kind.OPTION;
            throw NormException.about(kind, variant, "normalized-shape", Arrays.toString(sizes))
                    .because("does not make 1 to 2147483647 elements", "name the sizes of the last axes");
        }
        return new Extent.Trailing(Arrays.stream(sizes).boxed().toList());
    }

    /** The extent that options name: {@code normalized-shape} or {@code axes}. */
    static Optional<Extent> named(Options o) {
        Optional<int[]> axes = o.integers("axes");
        Optional<int[]> sizes = o.integers("normalized-shape");
        if (axes.isPresent() && sizes.isPresent()) {
            throw o.refuse("axes", "stands beside normalized-shape", "give one of them");
        }
        return axes.<Extent>map(Extent::named).or(() -> sizes.map(named -> trailing(o.variant(), named)));
    }

    /** One entry an element of the normalized axes, or a channel; a channel where the normalized axes are not the last. */
    static Affine affine(Options o, Extent extent) {
        Shape shape = o.input();
        Axes axes = extent.axes(o.variant(), shape);
        int count = shape.count(axes);
        int trailing = 1;
        boolean last = true;
        for (int axis = shape.rank() - 1; axis >= 0; axis--) {
            last &= axes.contains(axis);
            trailing *= last ? shape.size(axis) : 1;
        }
        Map<Scope, Integer> entries = new EnumMap<>(Scope.class);
        if (count == trailing) {
            entries.put(Scope.ELEMENT, count);
        }
        if (shape.has('C')) {
            entries.put(Scope.CHANNEL, shape.channels());
        }
        return entries.isEmpty() ? Affine.none() : o.affine(count == trailing ? Scope.ELEMENT : Scope.CHANNEL, entries);
    }
}
