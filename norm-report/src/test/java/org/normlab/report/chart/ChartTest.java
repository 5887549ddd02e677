package org.normlab.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class ChartTest {
    /** Long enough for the slowest machine, short enough to tell a hang. */
    private static final Duration LIMIT = Duration.ofSeconds(10);

    static List<Chart> all() {
        return List.of(
                Samples.errors().chart(),
                Samples.learningRates().chart(),
                Samples.losses("batch size 8").chart(),
                Samples.differences().chart(),
                Samples.costs().chart());
    }

    @Test
    void equalNumbersGiveEqualBytes() {
        assertThat(all()).isEqualTo(all());
    }

    @ParameterizedTest
    @MethodSource("all")
    void bothDrawingsAreXmlWithATitleADescriptionAndABox(Chart chart) throws Exception {
        for (String svg : List.of(chart.svg(), chart.compact())) {
            Document document = DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg)));
            assertThat(document.getDocumentElement().getAttribute("viewBox")).matches("0 0 \\d+ \\d+");
            assertThat(document.getElementsByTagName("title").item(0).getTextContent())
                    .isEqualTo(chart.title());
            assertThat(document.getElementsByTagName("desc").item(0).getTextContent())
                    .isEqualTo(chart.finding());
            assertThat(document.getElementsByTagName("text").getLength()).isPositive();
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyColourIsAnInk(Chart chart) {
        List<String> inks = Arrays.stream(Ink.values()).map(Ink::light).toList();
        assertThat(found("(?:fill|stroke)=\"(#[0-9a-f]+)\"", chart.svg())).isSubsetOf(inks);
        assertThat(chart.svg()).doesNotContain("rgb(", "<image", "gradient", " id=", "url(");
    }

    @ParameterizedTest
    @MethodSource("all")
    void coordinatesHaveAtMostTwoDecimals(Chart chart) {
        List<String> geometry = found(" (?:d|x|y|x1|x2|y1|y2|cx|cy|r|points)=\"([^\"]*)\"", chart.svg());
        assertThat(geometry).isNotEmpty().noneMatch(value -> value.matches(".*\\.\\d{3}.*"));
    }

    @Test
    void theDescriptionNamesTheLowestWithItsInterval() {
        Series batch = Series.of("batch", List.of(Point.of(2, 18.63, 17.5, 20.6), Point.of(4, 6, 5, 7)));
        Series layer = Series.of("layer", List.of(Point.of(2, 7.18, 6.9, 7.7), Point.of(4, 6.5, 6, 7)));
        Bands bands = new Bands("t", "h", Axis.log2("batch size"), Axis.linear("error, %"), List.of(batch, layer));
        assertThat(bands.chart().finding())
                .isEqualTo(
                        "error, % by batch size. At 2: lowest layer 7.18 [6.90, 7.70], highest batch 18.6 [17.5, 20.6]."
                                + " At 4: lowest batch 6.0 [5.0, 7.0], highest layer 6.5 [6.0, 7.0].");
    }

    @Test
    void theDataTableHasARowAPoint() {
        assertThat(Samples.errors().chart().data().rows()).hasSize(6 * 6);
        assertThat(Samples.learningRates().chart().data().header()).contains("runs", "diverged");
    }

    static Stream<List<Point>> hardPoints() {
        double[] hard = {Double.NaN, 1 / 0.0, -1 / 0.0, 1e308, -1e308, 0, -0.0, -3, 4.9e-324, 1e-30, 1, 7};
        Stream<List<Point>> single = DoubleStream.of(hard).mapToObj(y -> List.of(Point.of(2, y)));
        List<Point> mixed = DoubleStream.of(hard)
                .mapToObj(y -> new Point(y, y, y, 5, List.of(y, 3.0), 0.5))
                .toList();
        List<Point> equal = List.of(Point.of(1, 5), Point.of(2, 5), Point.of(4, 5));
        return Stream.concat(single, Stream.of(List.of(), mixed, equal));
    }

    @ParameterizedTest
    @MethodSource("hardPoints")
    void hardNumbersNeitherHangNorThrow(List<Point> points) {
        for (Axis.Scale scale : Axis.Scale.values()) {
            Axis axis = new Axis("a", scale);
            List<Series> series = List.of(Series.of("batch", points), Series.of("layer", List.of(Point.of(3, 4))));
            List<Measure> rows = points.stream()
                    .map(point -> Measure.of("g", "batch", point.middle(), point.low(), point.high()))
                    .toList();
            Assertions.assertTimeoutPreemptively(LIMIT, () -> {
                assertThat(new Bands("t", "h", axis, axis, series).chart().svg())
                        .doesNotContain("NaN", "Infinity");
                assertThat(new Forest("t", "h", axis, rows).chart().svg()).doesNotContain("NaN", "Infinity");
                assertThat(new Bars("t", "h", axis, rows).chart().svg()).doesNotContain("NaN", "Infinity");
            });
        }
    }

    @Test
    void aNameCannotBecomeMarkup() {
        String name = "</svg><script>alert(1)</script>\u0000\u001b";
        Series series = Series.of(name, List.of(Point.of(1, 2)));
        Chart chart = new Bands(name, name, Axis.linear(name), Axis.linear(name), List.of(series)).chart();
        assertThat(chart.svg()).doesNotContain("<script", "\u0000", "\u001b").containsOnlyOnce("</svg>");
    }

    @Test
    void aVariantKeepsItsLookWhateverItsOptions() {
        assertThat(Style.of("group(8)")).isEqualTo(Style.of("group"));
        assertThat(Style.of("mine")).isEqualTo(Style.of("mine"));
        assertThat(Stream.of("none", "batch", "layer", "group", "instance", "rms")
                        .map(name -> Style.of(name).ink()))
                .doesNotHaveDuplicates();
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(hit -> hit.group(1))
                .toList();
    }
}
