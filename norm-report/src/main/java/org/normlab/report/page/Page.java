package org.normlab.report.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.normlab.report.text.TextFile;

/**
 * A report: one HTML file that needs nothing else, neither network nor script.
 *
 * <p>Equal content gives equal bytes. Its content security policy lets nothing be loaded and no script run but its own.
 *
 * @param title what it reports
 * @param subtitle on what, from what
 * @param sections its parts, in reading order
 */
public record Page(String title, String subtitle, List<Section> sections) {
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(ContentType.Html);

    /**
     * Leaves out the sections that show nothing.
     *
     * @param title what it reports
     * @param subtitle on what, from what
     * @param sections its parts, in reading order
     */
    public Page {
        sections =
                sections.stream().filter(section -> !section.blocks().isEmpty()).toList();
    }

    /**
     * A report.
     *
     * @param title what it reports
     * @param subtitle on what, from what
     * @param sections its parts; those that show nothing are left out
     * @return the page
     */
    public static Page of(String title, String subtitle, List<Section> sections) {
        return new Page(title, subtitle, sections);
    }

    /**
     * The page as HTML.
     *
     * @return the whole file
     */
    public String html() {
        StringOutput output = new StringOutput();
        TEMPLATES.render("page.jte", Map.of("page", this, "kit", Kit.load()), output);
        return output.toString();
    }

    /**
     * Writes the page whole or not at all.
     *
     * @param file the file; its folder exists
     * @throws IOException if it cannot be written; then what was there is as before
     */
    public void writeTo(Path file) throws IOException {
        TextFile.write(file, html());
    }
}
