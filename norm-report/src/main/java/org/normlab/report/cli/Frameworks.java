package org.normlab.report.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.normlab.core.Affine;
import org.normlab.core.RunningRule;
import org.normlab.variants.Description;
import org.normlab.variants.Description.Field;
import org.normlab.variants.transfer.Convention;

/** What each framework means by a variant where it does not say so. */
final class Frameworks {
    private Frameworks() {}

    /** A line a framework; none for variants that the frameworks lack. */
    static Map<String, Object> of(Description variant) {
        Map<String, Object> lines = new LinkedHashMap<>();
        boolean tracks = variant.text(Field.STATE).contains("running_");
        for (Convention convention : Convention.all()) {
            String line = switch (variant.id()) {
                case "layer" -> "eps " + Decimal.of(convention.eps().layer()) + "; " + scope(convention);
                case "group" -> "eps " + Decimal.of(convention.eps().group());
                case "batch" -> "eps " + Decimal.of(convention.eps().batch()) + "; " + running(convention);
                default -> tracks ? running(convention) : "";
            };
            if (!line.isEmpty()) {
                lines.put(convention.name(), line);
            }
        }
        return lines;
    }

    private static String scope(Convention convention) {
        return "weight and bias: "
                + (convention.layerScope() == Affine.Scope.CHANNEL ? "one a channel" : "one an element");
    }

    private static String running(Convention convention) {
        boolean biased = convention.rule().divisor() == RunningRule.Divisor.BIASED;
        return convention.momentum() + "; running variance " + (biased ? "biased, M2/m" : "unbiased, M2/(m - 1)");
    }
}
