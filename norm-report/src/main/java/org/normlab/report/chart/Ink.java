package org.normlab.report.chart;

import java.awt.Color;

/**
 * The colours of every chart, each with its shade on a light and on a dark page.
 *
 * <p>Charts are drawn in the light shades. A page maps each of them to a variable and so turns all charts dark at once; a
 * chart in a file of its own keeps the light ones. The hues are those of Okabe and Ito (2008), which stay apart under
 * colour-vision deficiency; the dark shades are lightened until they stand out from #121417 by at least 4.5 to 1.
 */
public enum Ink {
    /** Blue. */
    BLUE("#0072b2", "#56a9e0"),
    /** Vermillion. */
    VERMILLION("#d55e00", "#f0823c"),
    /** Bluish green. */
    GREEN("#009e73", "#2dbd93"),
    /** Reddish purple. */
    PURPLE("#cc79a7", "#dd94bd"),
    /** Black on light paper, white on dark. */
    STRONG("#1b1e23", "#f2f3f5"),
    /** What takes part but is not the point. */
    GREY("#767b85", "#969ca7"),
    /** Words. */
    TEXT("#30343b", "#d5d9e0"),
    /** Lesser words. */
    MUTED("#5d636e", "#a2a8b3"),
    /** Grid lines. */
    GRID("#e3e6ea", "#2b3038"),
    /** Axis and zero lines. */
    LINE("#a9afb9", "#5b626e"),
    /** The page under the chart. */
    PAPER("#ffffff", "#14171b");

    private final String light;
    private final String dark;

    Ink(String light, String dark) {
        this.light = light;
        this.dark = dark;
    }

    /**
     * The shade on a light page, which is the one in a chart's SVG.
     *
     * @return as {@code #rrggbb}
     */
    public String light() {
        return light;
    }

    /**
     * The shade on a dark page.
     *
     * @return as {@code #rrggbb}
     */
    public String dark() {
        return dark;
    }

    Color color() {
        return Color.decode(light);
    }

    /** The same colour, letting through what lies beneath. */
    Color veil(int alpha) {
        return new Color((alpha << 24) | (color().getRGB() & 0xffffff), true);
    }
}
