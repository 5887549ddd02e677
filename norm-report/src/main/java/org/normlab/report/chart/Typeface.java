package org.normlab.report.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * The one font that charts are laid out with.
 *
 * <p>It comes with the program, so that no layout depends on the fonts of a machine. A viewer may show its own Arial or
 * Helvetica instead: their letters have the same widths.
 */
final class Typeface {
    /** What a chart asks its viewer for: fonts of the same widths. */
    static final String FAMILY = "Helvetica, Arial, 'Liberation Sans', sans-serif";

    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
    private static final Font BASE = load();

    private Typeface() {}

    static Font of(double size) {
        return BASE.deriveFont((float) size);
    }

    static double width(String text, Font font) {
        return text.isEmpty() ? 0 : font.getStringBounds(text, EXACT).getWidth();
    }

    /** The text itself, or as much of its beginning as fits, ended by an ellipsis. */
    static String fit(String text, Font font, double width) {
        String fitting = text;
        for (int end = Math.min(text.length(), 200); width(fitting, font) > width && end > 0; end--) {
            fitting = text.substring(0, end - 1) + "\u2026";
        }
        return fitting;
    }

    private static Font load() {
        try (InputStream file = Typeface.class.getResourceAsStream("LiberationSans-Regular.ttf")) {
            return Font.createFont(Font.TRUETYPE_FONT, Objects.requireNonNull(file, "font resource"));
        } catch (FontFormatException e) {
            throw new IllegalStateException("the font in the program's own jar cannot be read", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
