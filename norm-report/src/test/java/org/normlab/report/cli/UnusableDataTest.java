package org.normlab.report.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Data that no trial could be trained on are refused before the first one, so that no store keeps their refusal. */
class UnusableDataTest {
    private static final String GOOD = "x,y,class\n" + "1,5,a\n2,7,b\n4,3,a\n".repeat(9);
    private static final String BAD_CELL = GOOD.replaceFirst("7", "7?");
    private static final String PRICES = "x,y,price\n1,5,10.5\n2,7,11.25\n4,3,9.75\n8,6,12\n3,9,8.5\n";

    @TempDir
    private Path folder;

    private Path data(String text) throws IOException {
        return Files.writeString(folder.resolve("my.csv"), text);
    }

    private Cli norm(String command) throws IOException {
        Path data = folder.resolve("my.csv");
        String store = folder.resolve("s.db").toString();
        if (command.equals("compare")) {
            String out = folder.resolve("report").toString();
            return Cli.run(
                    List.of("compare --quick --networks mlp --norms none --batch-sizes 8 --seeds 1 --progress none"
                            .split(" ")),
                    "--data=" + data,
                    "--out=" + out,
                    "--store=" + store);
        }
        Path study = Files.writeString(folder.resolve("study.yaml"), """
                norms: [none]
                learning_rates: [0.0625]
                replicates: {tuning: 0, quick: 1}
                budget: {samples: 64}
                """);
        String set = "data=" + data;
        return command.equals("plan")
                ? Cli.run("plan", study.toString(), "--set", set, "--no-probe")
                : Cli.run("run", study.toString(), "--set", set, "--store", store, "--progress", "none");
    }

    private void refused(String command, CharSequence... words) throws IOException {
        Cli cli = norm(command);
        assertThat(cli.code()).as(cli.out()).isEqualTo(ExitCode.USAGE.number());
        assertThat(cli.err().lines()).singleElement().asString().contains(words);
        assertThat(folder.resolve("s.db")).doesNotExist();
        assertThat(folder.resolve("report")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"compare", "run", "plan"})
    void aBadCellIsNamedAndOnceMendedTheSameCommandTrains(String command) throws IOException {
        data(BAD_CELL);
        refused(command, "my.csv: line 3, column 2", "7?");
        data(GOOD);
        Cli mended = norm(command);
        assertThat(mended.code()).as(mended.err()).isZero();
        assertThat(mended.out()).doesNotContain("skipped");
    }

    @ParameterizedTest
    @ValueSource(strings = {"compare", "run", "plan"})
    void aLabelOfOneExampleAClassLeavesNothingToTest(String command) throws IOException {
        data(PRICES);
        refused(command, "my.csv", "validation examples = 0", "60/20/20", "label");
    }

    @Test
    void aSetThatIsNotFetchedIsTheMachinesLackAndSaysHowToGetIt() {
        String home = System.getProperty("user.home");
        try {
            System.setProperty("user.home", folder.toString());
            Cli compare = Cli.run("compare", "--quick", "--data=mnist", "--out=" + folder.resolve("report"));
            assertThat(compare.code()).isEqualTo(ExitCode.FAILED.number());
            assertThat(compare.err().lines()).singleElement().asString().contains("run: norm data get mnist");
            assertThat(folder).isEmptyDirectory();
        } finally {
            System.setProperty("user.home", home);
        }
    }
}
