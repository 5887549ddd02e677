package org.normlab.report.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.normlab.report.text.AtomicFile;

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
    /** How a page says who wrote it, in its first lines. */
    private static final String GENERATOR = "<meta name=\"generator\" content=\"Normlab\">";

    private static final int HEAD = 1024;
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
     * Whether a file is such a page, of whatever content.
     *
     * @param file any path
     * @return true if it is a file that this class wrote
     * @throws IOException if it is there and cannot be read
     */
    public static boolean isOurs(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(HEAD), StandardCharsets.UTF_8).contains(GENERATOR);
        }
    }

    /**
     * Writes the page whole or not at all.
     *
     * @param file the file; its folder exists
     * @throws IOException if it cannot be written; then what was there is as before
     */
    public void writeTo(Path file) throws IOException {
        AtomicFile.write(file, html());
    }
}
