package org.normlab.report.chart;

import java.awt.BasicStroke;
import java.util.Map;

/**
 * The look of one normalization variant, the same in every chart: colour, dash and marker each tell it apart alone.
 *
 * @param ink its colour
 * @param dash the dash of its lines
 * @param marker the shape of its points
 */
public record Style(Ink ink, Dash dash, Marker marker) {
    /** A computed curve or a limit, not a measured variant. */
    public static final Style REFERENCE = new Style(Ink.GREY, Dash.DOTTED, Marker.NONE);

    private static final Map<String, Style> KNOWN = Map.ofEntries(
            Map.entry("none", new Style(Ink.GREY, Dash.DASHED, Marker.CROSS)),
            Map.entry("none-he", new Style(Ink.GREY, Dash.DASH_DOT, Marker.CROSS)),
            Map.entry("batch", new Style(Ink.BLUE, Dash.SOLID, Marker.CIRCLE)),
            Map.entry("batch-renorm", new Style(Ink.BLUE, Dash.DASHED, Marker.DIAMOND)),
            Map.entry("batch-step", new Style(Ink.BLUE, Dash.SOLID, Marker.CIRCLE)),
            Map.entry("batch-shared", new Style(Ink.GREEN, Dash.DASH_DOT, Marker.TRIANGLE)),
            Map.entry("batch-input", new Style(Ink.PURPLE, Dash.DOTTED, Marker.DIAMOND)),
            Map.entry("frozen", new Style(Ink.BLUE, Dash.DOTTED, Marker.SQUARE)),
            Map.entry("layer", new Style(Ink.VERMILLION, Dash.LONG, Marker.SQUARE)),
            Map.entry("group", new Style(Ink.GREEN, Dash.DASH_DOT, Marker.TRIANGLE)),
            Map.entry("instance", new Style(Ink.PURPLE, Dash.DOTTED, Marker.DIAMOND)),
            Map.entry("rms", new Style(Ink.STRONG, Dash.SHORT, Marker.DOWN)));

    /** How a line is broken. */
    public enum Dash {
        /** Unbroken. */
        SOLID,
        /** Even dashes. */
        DASHED,
        /** Long dashes. */
        LONG,
        /** Short dashes. */
        SHORT,
        /** A dash and a dot. */
        DASH_DOT,
        /** Dots. */
        DOTTED;

        BasicStroke stroke(float width) {
            int join = BasicStroke.JOIN_ROUND;
            return this == SOLID
                    ? new BasicStroke(width, BasicStroke.CAP_ROUND, join)
                    : new BasicStroke(width, BasicStroke.CAP_BUTT, join, 1, pattern(), 0);
        }

        /** Lengths of dashes and gaps in turn, in pixels. */
        private float[] pattern() {
            return switch (this) {
                case SOLID -> new float[] {1, 0};
                case DASHED -> new float[] {6, 4};
                case LONG -> new float[] {12, 3};
                case SHORT -> new float[] {3, 2};
                case DASH_DOT -> new float[] {8, 3, 2, 3};
                case DOTTED -> new float[] {2, 3};
            };
        }
    }

    /**
     * The look of a variant.
     *
     * @param variant a name, with or without options in brackets: {@code "group(8)"} looks like {@code "group"}
     * @return its look; unknown names are grey, with a dash and a marker that depend on the name alone
     */
    public static Style of(String variant) {
        String family = variant.replaceFirst("\\(.*", "").strip();
        Style known = KNOWN.get(family);
        return known != null ? known : new Style(Ink.GREY, pick(Dash.values(), family), pick(Marker.values(), family));
    }

    private static <T> T pick(T[] values, String name) {
        return values[Math.floorMod(name.hashCode(), values.length)];
    }
}
