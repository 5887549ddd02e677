package org.normlab.report.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.normlab.report.study.Study;
import org.normlab.report.study.StudyFile;

/** What people are told of study files: the examples are studies, and the keys are those that there are. */
class StudyPageTest {
    private static final Path PAGE = Path.of("..", "docs", "study.md");
    private static final Pattern YAML = Pattern.compile("(?ms)^```yaml\\n(.*?)^```$");
    private static final Pattern HELP = Pattern.compile("(?ms)^  name:.*?^$");

    private static Study study(String text) {
        return StudyFile.parse("small-batch.yaml", text, Map.of(), Map.of());
    }

    private static Matcher found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).isTrue();
        return matcher;
    }

    @Test
    void theExampleIsAStudy() throws IOException {
        Study example = study(found(YAML, Files.readString(PAGE)).group(1));
        assertThat(example.arms()).hasSize(2 * 3 * 3);
        assertThat(example.trials()).isEqualTo(2 * 3 * 3 * (3 + 3));
    }

    @Test
    void theExampleOfTheHelpIsAStudy() {
        String help = Cli.run("run", "--help").out();
        assertThat(study(found(HELP, help).group()).arms()).hasSize(2 * 3 * 3);
    }

    @Test
    void everyKeyIsExplainedWithItsDefaultAndValues() throws IOException {
        List<List<String>> rows = Files.readString(PAGE)
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> List.of(line.split("\\s*\\|\\s*")))
                .toList();
        assertThat(rows).allSatisfy(row -> assertThat(row).hasSize(5));
        assertThat(rows.stream().map(row -> row.subList(1, 4)))
                .containsExactlyElementsOf(Listing.keys().entries().stream()
                        .map(entry ->
                                List.of("`" + entry.get("name") + "`", said(entry, "default"), said(entry, "values")))
                        .toList());
    }

    private static String said(Map<String, Object> entry, String key) {
        return String.valueOf(entry.get(key));
    }
}
