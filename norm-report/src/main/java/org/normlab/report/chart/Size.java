package org.normlab.report.chart;

/** How large a chart is drawn, in pixels. */
record Size(int width, int height, double font) {
    private static final int WIDE = 820;
    private static final int NARROW = 360;

    /** The radius of a marker. */
    double mark() {
        return font * 0.27;
    }

    static Size wide(int height) {
        return new Size(WIDE, height, 13);
    }

    static Size compact(int height) {
        return new Size(NARROW, height, 11);
    }
}
