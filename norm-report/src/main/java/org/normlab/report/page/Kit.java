package org.normlab.report.page;

import gg.jte.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.normlab.report.chart.Chart;
import org.normlab.report.chart.Ink;
import org.normlab.report.text.Csv;
import org.normlab.report.text.Sha256;
import org.normlab.report.text.Table;

/**
 * What a page is made of besides its content; the one place whose text reaches a page unescaped.
 *
 * @param style the style sheet
 * @param script the script
 */
public record Kit(String style, String script) {
    /** The kit that comes with the program. */
    static Kit load() {
        return new Kit(colours() + resource("page.css"), resource("page.js"));
    }

    /**
     * The content security policy: nothing is loaded, no script runs but the kit's own.
     *
     * @return the content of the {@code meta} element
     */
    public String policy() {
        return "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-" + digest(script)
                + "'";
    }

    /**
     * The style sheet with its element.
     *
     * @return markup
     */
    public Content styleElement() {
        return output -> output.writeContent("<style>\n" + style + "</style>");
    }

    /**
     * The script with its element.
     *
     * @return markup
     */
    public Content scriptElement() {
        return output -> output.writeContent("<script>" + script + "</script>");
    }

    /**
     * A chart's drawing for the whole width.
     *
     * @param chart the chart
     * @return markup
     */
    public Content wide(Chart chart) {
        return output -> output.writeContent(inline(chart.svg()));
    }

    /**
     * A chart's drawing for a narrow column.
     *
     * @param chart the chart
     * @return markup
     */
    public Content compact(Chart chart) {
        return output -> output.writeContent(inline(chart.compact()));
    }

    /**
     * A link that holds a table itself, as comma-separated values.
     *
     * @param table the table
     * @param file the name to save it under, of letters, digits and dashes
     * @return markup
     */
    public Content csvLink(Table table, String file) {
        byte[] bytes = Csv.write(table).getBytes(StandardCharsets.UTF_8);
        String address =
                "data:text/csv;charset=utf-8;base64," + Base64.getEncoder().encodeToString(bytes);
        return output ->
                output.writeContent("<a download=\"" + file + ".csv\" href=\"" + address + "\">Download as CSV</a>");
    }

    /** HTML knows the name space of an SVG element without being told. */
    private static String inline(String svg) {
        return svg.replaceFirst(" xmlns=\"[^\"]*\"", "");
    }

    /** A variable for each ink, and charts that follow it. */
    private static String colours() {
        String variables = each(ink -> "  --" + name(ink) + ": light-dark(" + ink.light() + ", " + ink.dark() + ");\n");
        String fills = each(ink -> "svg [fill=\"" + ink.light() + "\"] { fill: var(--" + name(ink) + "); }\n");
        String strokes = each(ink -> "svg [stroke=\"" + ink.light() + "\"] { stroke: var(--" + name(ink) + "); }\n");
        return ":root {\n" + variables + "}\n" + fills + strokes;
    }

    private static String each(Function<Ink, String> line) {
        return Arrays.stream(Ink.values()).map(line).collect(Collectors.joining());
    }

    private static String name(Ink ink) {
        return ink.name().toLowerCase(Locale.ROOT);
    }

    private static String digest(String text) {
        return Base64.getEncoder().encodeToString(Sha256.of(text));
    }

    private static String resource(String name) {
        try (InputStream file = Kit.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
