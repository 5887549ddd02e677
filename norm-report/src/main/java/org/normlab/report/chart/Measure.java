package org.normlab.report.chart;

/**
 * One row of a {@link Forest} or {@link Bars}: a value with its interval.
 *
 * @param group the heading that it stands under, such as {@code "batch size 4"}; rows of a group are neighbours
 * @param name what is measured, usually a variant
 * @param style its look
 * @param value the value
 * @param low lower end of its interval, or {@code value} if there is none
 * @param high upper end of its interval, or {@code value} if there is none
 */
public record Measure(String group, String name, Style style, double value, double low, double high) {
    /**
     * A variant's value, in the look of that variant.
     *
     * @param group the heading that it stands under
     * @param variant its name
     * @param value the value
     * @param low lower end of its interval
     * @param high upper end of its interval
     * @return the row
     */
    public static Measure of(String group, String variant, double value, double low, double high) {
        return new Measure(group, variant, Style.of(variant), value, low, high);
    }

    boolean isShown(Axis.Scale scale) {
        return scale.shows(value) && scale.shows(low) && scale.shows(high);
    }
}
