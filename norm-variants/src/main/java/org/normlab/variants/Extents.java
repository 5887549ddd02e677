package org.normlab.variants;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.normlab.core.Affine;
import org.normlab.core.Affine.Scope;
import org.normlab.core.Axes;
import org.normlab.core.Shape;

/** What options say about the normalized axes and their parameters. */
final class Extents {
    private Extents() {}

    /** The extent that options name: {@code normalized-shape} or {@code axes}. */
    static Optional<Extent> named(Options o) {
        Optional<int[]> axes = o.integers("axes");
        Optional<int[]> sizes = o.integers("normalized-shape");
        if (axes.isPresent() && sizes.isPresent()) {
            throw o.refuse("axes", "stands beside normalized-shape", "give one of them");
        }
        return axes.<Extent>map(Extent::named).or(() -> sizes.map(Extent::trailing));
    }

    /** One entry an element of the normalized axes, or a channel; a channel where the normalized axes are not the last. */
    static Affine affine(Options o, Extent extent) {
        Shape shape = o.input();
        Axes axes = extent.axes("Extent", shape);
        int count = 1;
        int trailing = 1;
        boolean last = true;
        for (int axis = shape.rank() - 1; axis >= 0; axis--) {
            last &= axes.contains(axis);
            trailing *= last ? shape.size(axis) : 1;
            count *= axes.contains(axis) ? shape.size(axis) : 1;
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
