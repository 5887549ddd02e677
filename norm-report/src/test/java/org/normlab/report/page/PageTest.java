package org.normlab.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.normlab.report.chart.Axis;
import org.normlab.report.chart.Bands;
import org.normlab.report.chart.Point;
import org.normlab.report.chart.Series;
import org.normlab.report.page.VerdictCard.Tone;
import org.normlab.report.text.Cell;
import org.normlab.report.text.Table;

class PageTest {
    private static final String HTML = DemoPage.page().html();
    private static final Document PAGE = parsed(HTML);

    private static Document parsed(String html) {
        Parser parser = Parser.htmlParser().setTrackErrors(10);
        Document page = parser.parseInput(html, "");
        assertThat(parser.getErrors()).isEmpty();
        return page;
    }

    @Test
    void equalContentGivesEqualBytes() {
        assertThat(DemoPage.page().html()).isEqualTo(HTML);
    }

    @Test
    void nothingOutsideIsNamed() {
        assertThat(HTML).doesNotContain("http:", "https:", "url(", "@import", "src=");
        assertThat(PAGE.select("link, img, iframe, object, embed, base, form")).isEmpty();
        assertThat(PAGE.select("[href]").eachAttr("href"))
                .allMatch(address -> address.startsWith("#") || address.startsWith("data:text/csv;"));
    }

    @Test
    void noScriptRunsButItsOwn() throws Exception {
        Element script = PAGE.select("script").get(0);
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(script.data().getBytes(StandardCharsets.UTF_8));
        String policy = PAGE.select("meta[http-equiv=Content-Security-Policy]").attr("content");
        assertThat(PAGE.select("script")).hasSize(1);
        assertThat(policy).contains("default-src 'none'", Base64.getEncoder().encodeToString(digest));
        assertNoHandlers(PAGE);
    }

    @Test
    void itHasTitleLanguageAndLandmarks() {
        assertThat(PAGE.title()).isEqualTo("Which normalization should this network use?");
        assertThat(PAGE.select("html").attr("lang")).isEqualTo("en");
        assertThat(PAGE.select("h1, header, nav, main, footer")).hasSize(5);
        assertThat(PAGE.select("a.skip").attr("href"))
                .isEqualTo("#" + PAGE.select("main").attr("id"));
    }

    @Test
    void everyDrawingHasTextMadeFromItsNumbers() {
        assertThat(PAGE.select("svg")).isNotEmpty().allSatisfy(svg -> {
            assertThat(svg.attr("role")).isEqualTo("img");
            assertThat(svg.attr("aria-label")).contains("lowest").containsPattern("\\d \\[|\\d\\.\\d");
        });
    }

    @Test
    void idsAreUniqueAndLinksReachThem() {
        List<String> ids = PAGE.select("[id]").eachAttr("id");
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(ids)
                .containsAll(PAGE.select("a[href^=#]").eachAttr("href").stream()
                        .map(a -> a.substring(1))
                        .toList());
    }

    @Test
    void tablesHaveHeadingsAndCaptions() {
        assertThat(PAGE.select("table")).allSatisfy(table -> {
            assertThat(table.select("caption").text()).isNotBlank();
            assertThat(table.select("th[scope=col]"))
                    .hasSameSizeAs(table.select("tbody tr").get(0).children());
        });
    }

    @Test
    void aSectionWithoutBlocksIsLeftOut() {
        assertThat(PAGE.select("section")).hasSize(4);
        assertThat(PAGE.text()).doesNotContain("Recurrent networks");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "</svg><script>",
                "</title></style></script>",
                "javascript:alert(1)",
                "&lt;b&gt;",
                "]]>-->",
                "\u202Egpj.exe"
            })
    void wordsStayWords(String word) {
        Bands bands = new Bands(
                word, word, Axis.linear(word), Axis.linear(word), List.of(Series.of(word, List.of(Point.of(1, 2)))));
        Page page = Page.of(
                word,
                word,
                List.of(Section.of(
                        word,
                        word,
                        new Block.Prose(word),
                        new Block.Verdicts(List.of(new VerdictCard(Tone.WIN, word, word, word, List.of(word)))),
                        new Block.Figure(bands.chart()),
                        new Block.Gallery(List.of(bands.chart())),
                        new Block.Sheet(word, new Table(List.of(word), List.of(List.of(Cell.of(word))))),
                        new Block.Notes(word, List.of(word)),
                        new Block.Facts(List.of(new Block.Fact(word, word))),
                        new Block.Command(word, word))));
        Document document = parsed(page.html());
        assertThat(document.select("script")).hasSize(1);
        assertThat(document.select("img, title ~ style ~ script, b")).isEmpty();
        assertThat(document.select("h1").text()).isEqualTo(word);
        assertThat(document.select("code").text()).isEqualTo(word);
        assertNoHandlers(document);
    }

    @Test
    void itWritesOneFile(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("index.html");
        DemoPage.page().writeTo(file);
        assertThat(Files.readString(file)).isEqualTo(HTML);
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    private static void assertNoHandlers(Document page) {
        assertThat(page.getAllElements().stream()
                        .flatMap(element -> element.attributes().asList().stream())
                        .map(Attribute::getKey))
                .noneMatch(name -> name.startsWith("on"));
    }
}
