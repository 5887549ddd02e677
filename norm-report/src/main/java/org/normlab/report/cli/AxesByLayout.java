package org.normlab.report.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.normlab.core.Axes;
import org.normlab.core.NormException;
import org.normlab.core.Normalizer;
import org.normlab.core.Shape;
import org.normlab.variants.Options;
import org.normlab.variants.Variant;

/** What a variant reduces in the usual layouts, found by asking it. */
final class AxesByLayout {
    private static final List<Shape> SHAPES =
            List.of(Shape.nc(8, 64), Shape.ntc(8, 5, 64), Shape.nchw(8, 64, 7, 7), Shape.nhwc(8, 7, 7, 64));

    private AxesByLayout() {}

    /** A line a shape: the axes of a statistic and how many values it has, or why the variant refuses the shape. */
    static Map<String, Object> of(Variant variant) {
        Map<String, Object> lines = new LinkedHashMap<>();
        SHAPES.forEach(shape -> lines.put(shape.toString(), line(variant, shape)));
        return lines;
    }

    private static String line(Variant variant, Shape shape) {
        try {
            Normalizer normalizer = variant.create(Options.of(variant.description(), shape, Map.of()));
            normalizer.check(shape);
            Shape view = normalizer.view(shape);
            Axes axes = normalizer.reductionAxes(view);
            if (axes.isEmpty()) {
                return "no statistic over axes";
            }
            String seen = view.equals(shape) ? "" : " of " + view;
            return letters(view, axes) + seen + ": " + view.count(view.except(axes)) + " statistics of m = "
                    + view.count(axes);
        } catch (NormException refusal) {
            return "refused: " + refusal.getMessage();
        }
    }

    private static String letters(Shape view, Axes axes) {
        StringBuilder letters = new StringBuilder();
        for (int axis = 0; axis < view.rank(); axis++) {
            if (axes.contains(axis)) {
                letters.append(letters.isEmpty() ? "" : ",")
                        .append(view.layout().charAt(axis));
            }
        }
        return letters.toString();
    }
}
