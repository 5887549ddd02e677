package org.normlab.report.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.normlab.report.random.Streams;
import org.normlab.report.text.Cell;
import org.normlab.report.text.Markdown;
import org.normlab.report.text.Numbers;
import org.normlab.report.text.Table;

/**
 * Compares float32 results with the exact ones on hard inputs: ours, which makes a promise, and the peers', which make none.
 *
 * @param peers may be none
 * @param progress hears each input before it is tried
 */
record Accuracy(List<Peer> peers, Consumer<String> progress) {
    private static final List<Measure> MEASURES = List.of(
            new Measure("ulps", Errors::ulps), new Measure("y", Errors::output), new Measure("dx", Errors::gradient));

    /** A kind of error. */
    private record Measure(String name, ToDoubleFunction<Errors> of) {}

    /** The errors on one input by library. */
    private record Line(HardInput input, Map<String, Errors> errors) {}

    Finding finding() {
        List<Line> lines = HardInput.all().stream().map(this::line).toList();
        double headroom = lines.stream()
                .mapToDouble(line ->
                        Objects.requireNonNull(line.errors.get(Ours.NAME)).headroom())
                .min()
                .orElse(Double.NaN);
        Table table = table(lines);
        List<String> text = new ArrayList<>(introduction());
        text.addAll(Markdown.write(table).lines().toList());
        text.add("");
        text.add("Ours is " + (headroom >= 1 ? "within" : "beyond") + " its promises everywhere: they are "
                + Numbers.rounded(headroom) + " times its worst error.");
        return new Finding(text, BenchJson.table(table), headroom);
    }

    private Line line(HardInput input) {
        progress.accept(input.workload().label() + " " + input.workload().shape() + ", " + input.name());
        Problem problem =
                Problem.of(input.workload(), input.x().get(), Streams.root(2).open("accuracy"));
        Truth truth = new Truth(problem);
        Map<String, Errors> errors = new LinkedHashMap<>();
        errors.put(Ours.NAME, errors(truth, Rival.ours(problem)));
        peers.forEach(peer -> peer.rival(problem).ifPresent(rival -> errors.put(peer.name(), errors(truth, rival))));
        return new Line(input, errors);
    }

    private static Errors errors(Truth truth, Rival rival) {
        try (rival) {
            return Errors.of(truth, rival.results());
        }
    }

    private Table table(List<Line> lines) {
        List<String> names = Stream.concat(Stream.of(Ours.NAME), peers.stream().map(Peer::name))
                .toList();
        List<String> header = new ArrayList<>(List.of("variant", "shape", "input"));
        MEASURES.forEach(measure -> names.forEach(name -> header.add(measure.name + " " + name)));
        return new Table(header, lines.stream().map(line -> cells(line, names)).toList());
    }

    private static List<Cell> cells(Line line, List<String> names) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.of(line.input.workload().label()));
        cells.add(Cell.of(line.input.workload().shape().toString()));
        cells.add(Cell.of(line.input.name()));
        for (Measure measure : MEASURES) {
            names.forEach(
                    name -> cells.add(Cell.of(measure.of.applyAsDouble(line.errors.getOrDefault(name, Errors.NONE)))));
        }
        return cells;
    }

    private List<String> introduction() {
        List<String> lines = new ArrayList<>(List.of(
                "# Accuracy in float32",
                "",
                "Made by `./norm bench --accuracy --peers`. The worst error over all elements, against the value computed in double",
                "from the same float32 input, with weights and biases of both signs.",
                "",
                "- ulps: of the output, in units of the last place of the exact output rounded to float32, beyond what rounding in",
                "  double explains. Ours promises at most 1. An output near 0 has tiny units, so arithmetic in float cannot keep to",
                "  them; hence also the next measure.",
                "- y: of the output, over |weight|(1 + |x̂|) + |bias|.",
                "- dx: of the input's gradient, over r(|q| + mean|q| + |x̂| mean|q x̂|) with q = weight dy. Ours promises at most",
                "  " + Numbers.rounded(Errors.MOST_GRADIENT) + ".",
                "- n/a: the library has no such pass, or its backward is not the gradient of its forward."));
        peers.forEach(peer -> lines.add("- " + peer.name() + " is version " + peer.version() + "."));
        lines.add("");
        return lines;
    }
}
