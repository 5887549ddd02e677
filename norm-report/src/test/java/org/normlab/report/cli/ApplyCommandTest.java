package org.normlab.report.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.normlab.report.data.NdArray;
import org.normlab.report.data.Npy;
import org.normlab.report.data.SafeTensors;

class ApplyCommandTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void input() {
        Npy.write(folder.resolve("x.npy"), NdArray.of(new int[] {4, 2}, 1f, 2, 3, 4, 5, 6, 7, 8));
    }

    private Path write(String name, int[] sizes, double... values) {
        Path file = folder.resolve(name);
        Npy.write(file, NdArray.of(sizes, values));
        return file;
    }

    private Cli apply(String variant, String... more) {
        List<String> all = new ArrayList<>(List.of("apply", variant));
        all.addAll(List.of("--input=" + folder.resolve("x.npy"), "--output=" + folder.resolve("y.npy")));
        all.addAll(List.of(more));
        return Cli.run(all);
    }

    private void assertRefused(Cli cli, String... words) throws IOException {
        assertThat(cli.code()).isNotZero();
        assertThat(cli.out()).isEmpty();
        assertThat(cli.err().lines()).singleElement().asString().contains(words);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith("y.npy")))
                    .isEmpty();
        }
    }

    @Test
    void trainingWritesOutputAndRunningStatisticsInTheTypeOfTheInput() {
        Path state = folder.resolve("s.safetensors");
        Cli cli = apply("batch", "--state-out=" + state);
        assertThat(cli.code()).as(cli.err()).isZero();
        String y = folder.resolve("y.npy").toString();
        assertThat(cli.out().lines())
                .containsExactly(
                        y,
                        y + ".num_batches_tracked.npy",
                        y + ".running_mean.npy",
                        y + ".running_var.npy",
                        state.toString());
        NdArray output = Npy.read(folder.resolve("y.npy"));
        assertThat(output.type()).isEqualTo(NdArray.Type.F32);
        assertThat((float) output.get(0)).isEqualTo((float) -1.3416394448611);
        assertThat((float) Npy.read(Path.of(y + ".running_var.npy")).get(0)).isEqualTo((float) (0.9 + 0.1 * 20 / 3));
        SafeTensors stored = SafeTensors.read(state);
        assertThat(stored.arrays())
                .containsOnlyKeys("weight", "bias", "running_mean", "running_var", "num_batches_tracked");
        assertThat(stored.metadata()).containsEntry("normlab.variant", "batch").containsEntry("normlab.rule", "TORCH");
    }

    @Test
    void evaluationUsesWhatWasGiven() {
        Path mean = write("m.npy", new int[] {2}, 0.4, 0.5);
        Path variance = write("v.npy", new int[] {2}, 1.4, 1.4);
        Cli cli = apply("bn", "--mode=eval", "--param=running_mean=" + mean, "--param=running_var=" + variance);
        assertThat(cli.out().lines()).hasSize(1);
        assertThat((float) Npy.read(folder.resolve("y.npy")).get(0)).isEqualTo((float) 0.507090741802);
    }

    @Test
    void evaluationWithoutStatisticsSaysWhoseItUses() {
        Cli cli = apply("batch", "--mode=eval");
        assertThat(cli.code()).isZero();
        assertThat(cli.err()).contains("no running statistics were given");
    }

    @Test
    void evaluationWithHalfOfTheStatisticsIsRefused() throws IOException {
        Path mean = write("m.npy", new int[] {2}, 0.4, 0.5);
        assertRefused(apply("batch", "--mode=eval", "--param=running_mean=" + mean), "running_var", "is missing");
    }

    @Test
    void parametersOfEachExampleAreTaken() {
        Path weight = write("w.npy", new int[] {4, 2}, 1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(apply("film", "--param=weight=" + weight).code()).isZero();
        assertThat(Npy.read(folder.resolve("y.npy")).get(7)).isEqualTo(64);
    }

    @Test
    void whatDoesNotFitIsRefusedInOneLineAndNothingIsWritten() throws IOException {
        Path three = write("three.npy", new int[] {3}, 1, 2, 3);
        Path column = write("column.npy", new int[] {2, 1}, 1, 2);
        Path negative = write("negative.npy", new int[] {2}, 1, -1);
        assertRefused(apply("batch", "--param=weight=" + three), "weight", "[3]", "2 entries");
        assertRefused(apply("group", "--option=groups=2", "--param=weight=" + column), "weight", "[2, 1]");
        assertRefused(apply("batch", "--param=wieght=" + three), "wieght", "is not known here");
        assertRefused(apply("batch", "--param=running_var=" + negative), "running_var[1]", "-1");
        assertRefused(apply("batch", "--option=momentum=0.1"), "weight-of-new-batch");
        assertRefused(apply("batch", "--layout=NCHW"), "NCHW", "rank");
        assertRefused(apply("instance"), "no spatial axis");
        assertRefused(apply("group", "--option=groups=3"), "use 2 or 1");
        assertRefused(apply("layer", "--grad-output=" + three), "--grad-prefix");
        assertRefused(
                apply("layer", "--grad-output=" + three, "--grad-prefix=" + folder.resolve("d")),
                "--grad-output",
                "[3]");
        assertRefused(apply("layer", "--state-out=" + folder.resolve("no/s")), "no/s", "cannot be written");
    }
}
