package org.normlab.report.chart;

import java.awt.Graphics2D;
import java.util.function.BiConsumer;
import org.normlab.report.text.Table;

/**
 * A finished chart: two drawings, its words and its numbers.
 *
 * <p>Both drawings are SVG elements with a title, a description and the colours of {@link Ink}; equal numbers give equal
 * bytes. They have no ids, so that any number of them may share a page.
 *
 * @param title what it shows
 * @param howToRead how to read it, in a sentence or two
 * @param finding what is to be seen, with numbers: the text for those who do not see the drawing
 * @param svg the drawing for a page or a file of its own
 * @param compact the same for a narrow screen or one of several side by side
 * @param data the numbers behind it
 */
public record Chart(String title, String howToRead, String finding, String svg, String compact, Table data) {
    static Chart draw(Caption caption, Table data, Size wide, Size compact, BiConsumer<Graphics2D, Size> painter) {
        return new Chart(
                caption.title(),
                caption.howToRead(),
                caption.finding(),
                Svg.draw(wide, caption, graphics -> painter.accept(graphics, wide)),
                Svg.draw(compact, caption, graphics -> painter.accept(graphics, compact)),
                data);
    }
}
