package org.normlab.report.page;

import java.util.List;

/**
 * A titled part of a page.
 *
 * @param title its heading, also its entry in the contents
 * @param intro what it answers, in a sentence or two; may be empty
 * @param blocks what it shows; a section without blocks is left out of the page
 */
public record Section(String title, String intro, List<Block> blocks) {
    /**
     * Copies the blocks.
     *
     * @param title its heading, also its entry in the contents
     * @param intro what it answers, in a sentence or two; may be empty
     * @param blocks what it shows; a section without blocks is left out of the page
     */
    public Section {
        blocks = List.copyOf(blocks);
    }

    /**
     * A titled part.
     *
     * @param title its heading
     * @param intro what it answers; may be empty
     * @param blocks what it shows
     * @return the section
     */
    public static Section of(String title, String intro, Block... blocks) {
        return new Section(title, intro, List.of(blocks));
    }
}
