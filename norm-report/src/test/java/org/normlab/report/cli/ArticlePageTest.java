package org.normlab.report.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds {@code docs/article.md} to the program: whatever it points at is there, and does what it says. */
class ArticlePageTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern COMMAND = Pattern.compile("(?m)`\\./norm ([^`]+)`|^\\./norm ([^>\\n]+)");
    private static final Pattern TEST =
            Pattern.compile("`([A-Z][A-Za-z]+(?:Test|Laws|Properties|Contract))(?:\\.(\\w+))?`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)\\)");

    /** The one law of the page that is off, as its row says. */
    private static final String OFF = "check group --laws positions";

    private static String page() throws IOException {
        return Files.readString(ROOT.resolve("docs/article.md"));
    }

    /** The rows of all tables that begin with a name of a letter, each as its cells. */
    private static List<List<String>> rows(String letter) throws IOException {
        return page().lines()
                .filter(line -> line.startsWith("| " + letter))
                .map(line -> List.of(line.substring(2).split(" \\| ")))
                .toList();
    }

    private static Stream<String> commands() throws IOException {
        return COMMAND.matcher(page())
                .results()
                .map(found -> (found.group(1) == null ? found.group(2) : found.group(1)).strip())
                .distinct();
    }

    private static Stream<String> checks() throws IOException {
        return commands().filter(command -> command.startsWith("check "));
    }

    private static Stream<MatchResult> tests() throws IOException {
        return TEST.matcher(page()).results().toList().stream();
    }

    @Test
    void everyStatementStandsInOneRow() throws IOException {
        for (Map.Entry<String, Integer> count :
                Map.of("S", 120, "C", 23, "R", 10).entrySet()) {
            List<String> named = new ArrayList<>();
            rows(count.getKey()).forEach(row -> named.addAll(List.of(row.get(0).split(", "))));
            assertThat(named)
                    .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, count.getValue())
                            .mapToObj(i -> count.getKey() + i)
                            .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandIsOne(String command) {
        String[] arguments = command.split(" ");
        assertThatCode(() -> Main.commandLine().parseArgs(arguments)).doesNotThrowAnyException();
        if (List.of("list", "explain").contains(arguments[0])) {
            Cli run = Cli.run(arguments);
            assertThat(run.code()).as(run.err()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("checks")
    void everyLawHolds(String check) {
        Cli run = Cli.run((check + " --tries 6").split(" "));
        assertThat(run.code()).as(run.err()).isZero();
        for (String law : check.replaceFirst(".* --laws ", "").split(",")) {
            assertThat(run.out()).containsPattern("(?m)^" + law + " +" + (check.equals(OFF) ? "off" : "holds") + " ");
        }
    }

    @ParameterizedTest
    @MethodSource("tests")
    void everyTestIsThere(MatchResult test) throws IOException {
        Pattern method =
                Pattern.compile(test.group(2) == null ? "(class|interface) " : "void " + test.group(2) + "\\(");
        assertThat(files(test.group(1) + ".java"))
                .as(test.group())
                .anyMatch(text -> method.matcher(text).find());
    }

    /** The test sources of a name. */
    private static List<String> files(String name) throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(ROOT, 12)) {
            for (Path file : files.filter(file -> file.toString().contains("/src/test/java/"))
                    .filter(file -> file.endsWith(name))
                    .toList()) {
                texts.add(Files.readString(file));
            }
        }
        return texts;
    }

    @Test
    void everyLinkLeadsToAFile() throws IOException {
        assertThat(LINK.matcher(page()).results().map(link -> link.group(1)))
                .isNotEmpty()
                .allSatisfy(
                        link -> assertThat(ROOT.resolve("docs").resolve(link)).exists());
    }

    @Test
    void claimsAreMeasuredAsTheirTopicsSay() throws IOException {
        for (List<String> row : rows("C")) {
            Map<String, Object> claim = Topics.find(row.get(0)).orElseThrow();
            String measured = row.get(2);
            assertThat(measured.contains("a study")).as(row.get(0)).isEqualTo(claim.containsKey(Topics.STUDY));
            assertThat(measured.startsWith("not measured"))
                    .as(row.get(0))
                    .isEqualTo(String.valueOf(claim.get("here")).startsWith("nothing"));
        }
    }

    @Test
    void rulesRestOnWhatTheirTopicsSay() throws IOException {
        for (List<String> row : rows("R")) {
            String because =
                    String.valueOf(Topics.find(row.get(0)).orElseThrow().get("because"));
            Pattern.compile("C\\d+")
                    .matcher(row.get(2))
                    .results()
                    .forEach(claim -> assertThat(because).contains(claim.group()));
        }
    }
}
