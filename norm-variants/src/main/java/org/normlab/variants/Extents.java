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
        NormException.Complaint wrong =
                NormException.about(Kind.OPTION, variant, "normalized-shape", Arrays.toString(sizes));
        long count = 1;
        for (int size : sizes) {
            count = Math.min(count * Math.max(size, 0), 1L << 31); // below 2⁶² even before it is cut
        }
        if (sizes.length == 0 || count == 0) {
            throw wrong.because("needs sizes of at least 1", "name the sizes of the last axes");
        }
        if (count > Integer.MAX_VALUE) {
            throw NormException.about(Kind.SHAPE, variant, wrong.argument(), wrong.value())
                    .because("has more than 2147483647 elements", "name the sizes of fewer axes");
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
