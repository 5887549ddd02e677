package org.normlab.report.page;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.normlab.report.chart.Samples;
import org.normlab.report.page.VerdictCard.Tone;
import org.normlab.report.text.Cell;
import org.normlab.report.text.Table;

/** A page with every kind of block, full of invented numbers. */
final class DemoPage {
    private DemoPage() {}

    /** Writes the page to the file named by the only argument, for looking at it. */
    public static void main(String[] arguments) throws IOException {
        page().writeTo(Path.of(arguments[0]));
    }

    static Page page() {
        return Page.of(
                "Which normalization should this network use?",
                "Digits, multilayer perceptron and convolutional network, six batch sizes, five seeds each. Exploratory.",
                List.of(answer(), charts(), runs(), methods(), Section.of("Recurrent networks", "Not run.")));
    }

    private static Section answer() {
        return Section.of(
                "The answer",
                "Differences are in points of test error, paired by seed.",
                new Block.Verdicts(List.of(
                        new VerdictCard(
                                Tone.WIN,
                                "mlp, batch size 2",
                                "−11.4 points",
                                "layer is lowest; batch norm passes no gradient here",
                                List.of("95 % interval [−13.0, −10.1]", "lower in 5 of 5 seeds", "next: group(8)")),
                        new VerdictCard(
                                Tone.UNCLEAR,
                                "mlp, batch size 16",
                                "−0.4 points",
                                "Not enough seeds to tell; about 9 more would",
                                List.of("95 % interval [−1.6, 0.8]", "lower in 3 of 5 seeds")),
                        new VerdictCard(
                                Tone.WARNING,
                                "cnn, batch size 2",
                                "",
                                "2 of 30 runs diverged and count as worst",
                                List.of("none at learning rate 1/2")))),
                new Block.Notes(
                        "Not run",
                        List.of("instance on mlp: it needs a spatial or time axis", "batch at batch size 1: m = 1")));
    }

    private static Section charts() {
        return Section.of(
                "Error against batch size",
                "The smaller the batch, the fewer values each statistic of batch norm is computed over.",
                new Block.Figure(Samples.errors().chart()),
                new Block.Figure(Samples.differences().chart()),
                new Block.Figure(Samples.learningRates().chart()),
                new Block.Gallery(List.of(
                        Samples.losses("batch size 2").chart(),
                        Samples.losses("batch size 8").chart(),
                        Samples.losses("batch size 64").chart())),
                new Block.Figure(Samples.costs().chart()));
    }

    private static Section runs() {
        SplittableRandom random = new SplittableRandom(3);
        List<List<Cell>> rows = new ArrayList<>();
        for (String norm : List.of("none", "batch", "layer", "group(8)", "instance", "rms")) {
            for (int batch = 2; batch <= 64; batch *= 2) {
                for (int seed = 1; seed <= 5; seed++) {
                    rows.add(List.of(
                            Cell.of("mlp"),
                            Cell.of(norm),
                            Cell.of(batch),
                            Cell.of(seed),
                            Cell.of(seed == 4 && batch == 2 ? "DIVERGED" : "OK"),
                            Cell.percent(0.04 + 0.1 * random.nextDouble()),
                            Cell.of(0.5 + random.nextDouble())));
                }
            }
        }
        List<String> header = List.of("network", "norm", "batch size", "seed", "outcome", "test error", "seconds");
        return Section.of("All runs", "", new Block.Sheet("All 180 runs", new Table(header, rows)));
    }

    private static Section methods() {
        return Section.of(
                "How it was made",
                "Everything that is needed to make it again.",
                new Block.Prose("Every arm saw the same split, order and first weights under the same seed."),
                new Block.Facts(List.of(
                        new Block.Fact("root seed", "42, L64X128MixRandom"),
                        new Block.Fact("Java", "17.0.15, Debian, linux amd64"),
                        new Block.Fact(
                                "study", "sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"))),
                new Block.Command("To make it again:", "./norm compare --quick --seed 42 --out normlab-out/compare"));
    }
}
