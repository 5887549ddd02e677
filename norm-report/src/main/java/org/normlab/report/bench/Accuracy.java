package org.normlab.report.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;
import org.normlab.report.random.Streams;
import org.normlab.report.text.Cell;
import org.normlab.report.text.Markdown;
import org.normlab.report.text.Numbers;
import org.normlab.report.text.Table;

/**
 * Compares float32 results with the exact ones on inputs where float statistics lose digits: ours, which promises never to, and the
 * peers'.
 *
 * @param peers may be none
 * @param progress hears each input before it is tried
 */
record Accuracy(List<Peer> peers, Consumer<String> progress) {
    private static final double[] OFFSETS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6};

    /** An input by name. */
    private record Trial(Workload workload, String input, Supplier<Tensor> x) {}

    /** The errors on one input by library. */
    private record Line(Trial trial, Map<String, Errors> errors) {}

    Finding finding() {
        List<Line> lines = new ArrayList<>();
        for (Trial trial : trials()) {
            progress.accept(trial.workload.label() + " " + trial.workload.shape() + ", " + trial.input);
            lines.add(line(trial));
        }
        double headroom = lines.stream()
                .mapToDouble(line -> line.errors.get(Ours.NAME).headroom())
                .min()
                .orElse(Double.NaN);
        Table table = table(lines);
        List<String> text = new ArrayList<>(introduction());
        text.addAll(List.of(Markdown.write(table).split("\n")));
        text.add("");
        text.add("Ours, worst of all: " + (headroom >= 1 ? "within" : "beyond") + " its promises, which are "
                + Numbers.rounded(headroom) + " times what was measured.");
        return new Finding(text, BenchJson.table(table), headroom);
    }

    private List<String> introduction() {
        List<String> lines = new ArrayList<>(List.of(
                "# Accuracy in float32",
                "",
                "Made by `./norm bench --accuracy --peers`. Exact values come from double arithmetic on the same float32 inputs.",
                "",
                "- y: the largest error in units of the last place of the exact float32 output, beyond what double rounding explains;"
                        + " ours promises at most 1",
                "- dx: the largest error of the input's gradient over the sum of the magnitudes of its terms,"
                        + " r(|q| + mean|q| + |x̂| mean|q x̂|) with q = weight dy; ours promises at most 2⁻²³ = "
                        + Numbers.rounded(Errors.PROMISED.gradient())));
        peers.forEach(peer -> lines.add("- " + peer.name() + " is version " + peer.version()));
        lines.add("");
        return lines;
    }

    private List<Trial> trials() {
        List<Workload> workloads = List.of(
                workload("batch", Shape.nchw(8, 6, 17, 19), Map.of()),
                workload("layer", Shape.nc(33, 768), Map.of()),
                workload("group", Shape.nchw(4, 24, 17, 19), Map.of("groups", "8")),
                workload("instance", Shape.nchw(4, 6, 33, 35), Map.of("affine", "channel")));
        Workload huge = workload("group", Shape.nchw(1, 4, 1600, 1601), Map.of("groups", "1"));
        List<Trial> trials = new ArrayList<>();
        for (Workload workload : workloads) {
            for (double offset : OFFSETS) {
                trials.add(
                        new Trial(workload, "offset " + Numbers.exact(offset) + " sd", () -> offset(workload, offset)));
            }
            trials.add(
                    new Trial(workload, "constant but for one unit in the last place", () -> nearlyConstant(workload)));
        }
        for (double offset : new double[] {1, 1e3, 1e6}) {
            trials.add(new Trial(huge, "offset " + Numbers.exact(offset) + " sd", () -> offset(huge, offset)));
        }
        return trials;
    }

    private static Workload workload(String variant, Shape shape, Map<String, String> options) {
        return new Workload(variant, shape, "", options);
    }

    private static Tensor offset(Workload workload, double offset) {
        var stream = Streams.root(1).with("offset", offset).open("accuracy");
        float[] values = new float[workload.shape().count()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (offset + stream.gaussian());
        }
        return Tensor.of(workload.shape(), values);
    }

    /** 1000 everywhere, and every 101st value the next float. */
    private static Tensor nearlyConstant(Workload workload) {
        float[] values = new float[workload.shape().count()];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 101 == 0 ? Math.nextUp(1000f) : 1000f;
        }
        return Tensor.of(workload.shape(), values);
    }

    private Line line(Trial trial) {
        Problem problem =
                Problem.of(trial.workload, trial.x.get(), Streams.root(2).open("accuracy"));
        Truth truth = new Truth(problem);
        Map<String, Errors> errors = new LinkedHashMap<>();
        errors.put(Ours.NAME, errors(truth, new Ours(problem)));
        peers.forEach(peer -> peer.rival(problem).ifPresent(rival -> errors.put(peer.name(), errors(truth, rival))));
        return new Line(trial, errors);
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
        names.forEach(name -> header.add("y " + name));
        names.forEach(name -> header.add("dx " + name));
        return new Table(header, lines.stream().map(line -> cells(line, names)).toList());
    }

    private static List<Cell> cells(Line line, List<String> names) {
        Errors none = new Errors(Double.NaN, Double.NaN);
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.of(line.trial.workload.label()));
        cells.add(Cell.of(line.trial.workload.shape().toString()));
        cells.add(Cell.of(line.trial.input));
        names.forEach(
                name -> cells.add(Cell.of(line.errors.getOrDefault(name, none).ulps())));
        names.forEach(
                name -> cells.add(Cell.of(line.errors.getOrDefault(name, none).gradient())));
        return cells;
    }
}
