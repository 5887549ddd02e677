package org.normlab.report.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A variant in somebody else's jar is listed, explained, checked, applied and compared as those of this library. */
class OwnVariantTest {
    @TempDir
    private static Path folder;

    private static String jar = "";

    @BeforeAll
    static void build() throws IOException {
        jar = OwnJar.in(folder).toString();
    }

    @Test
    void itIsListedAndExplained() {
        assertThat(Cli.run("list", "--jar", jar).out()).containsPattern("(?m)^own +c, s +layer without centring$");
        assertThat(Cli.run("list").out()).doesNotContain("own ");
        assertThat(Cli.run("explain", "own", "--jar", jar).out()).contains("mean(x^2)", "C,H,W: 8 statistics");
    }

    @Test
    void itKeepsItsLawsByNameAndByClass() {
        Cli named = Cli.run("check", "own", "--jar", jar, "--tries", "6");
        assertThat(named.code()).as(named.out()).isZero();
        assertThat(named.out()).containsPattern("(?m)^gradient +holds").containsPattern("(?m)^padding +holds");
        Cli byClass = Cli.run("check", "com.example.EnergyNorm$Entry", "--jar", jar, "--tries", "3");
        assertThat(byClass.code()).as(byClass.out()).isZero();
    }

    @Test
    void itIsComparedWithTheOthers() throws IOException {
        Path out = folder.resolve("report");
        Cli compare = Cli.run(
                "compare",
                "--quick",
                "--networks=mlp",
                "--norms=batch,own",
                "--batch-sizes=32",
                "--seeds=1",
                "--data=iris",
                "--progress=none",
                "--jar=" + jar,
                "--out=" + out);
        assertThat(compare.code()).as(compare.err()).isZero();
        assertThat(Files.readString(out.resolve("results.csv"))).containsPattern("(?m),own,32,.*,OK,");
    }

    @Test
    void withoutItsJarItIsUnknown() {
        Cli compare = Cli.run("compare", "--norms", "own");
        assertThat(compare.code()).isEqualTo(ExitCode.USAGE.number());
        assertThat(compare.err()).contains("--norms", "own", "is no variant").hasLineCount(1);
        assertThat(Cli.run("compare", "--norms", "grop").err()).contains("did you mean group?");
        assertThat(Cli.run("explain", "grop").err()).contains("did you mean group?");
        assertThat(Cli.run("check", "grop").err()).contains("did you mean group?");
    }
}
