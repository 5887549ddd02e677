package org.normlab.report.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.normlab.report.text.Cell;
import org.normlab.report.text.Numbers;
import org.normlab.report.text.Table;

/**
 * Times whole training steps on one thread: forward, loss, backward and update of a perceptron with batch normalization.
 *
 * @param peers may be none
 * @param effort how long to measure
 */
record Training(List<Peer> peers, Effort effort) {
    private static final List<List<Integer>> NETWORKS = List.of(List.of(784, 256, 128, 10), List.of(64, 64, 32, 10));
    private static final List<Integer> BATCHES = List.of(2, 8, 32, 128);

    /** One network at one batch size. */
    private record Line(Perceptron perceptron, Map<String, Times> times) {
        OptionalDouble speed(List<String> names) {
            double ours = Objects.requireNonNull(times.get(Ours.NAME)).median();
            return names.stream()
                    .filter(times::containsKey)
                    .mapToDouble(name -> Objects.requireNonNull(times.get(name)).median() / ours)
                    .min();
        }
    }

    Finding finding() {
        List<Line> lines = Bench.inPool(1, () -> {
            peers.forEach(peer -> peer.threads(1));
            List<Line> measured = new ArrayList<>();
            for (List<Integer> widths : NETWORKS) {
                BATCHES.forEach(batch -> measured.add(line(new Perceptron(widths, batch))));
            }
            return measured;
        });
        return finding(lines);
    }

    private Line line(Perceptron perceptron) {
        Map<String, Runnable> tasks = new LinkedHashMap<>();
        tasks.put(Ours.NAME, new OwnTraining(perceptron));
        peers.forEach(peer -> peer.training(perceptron).ifPresent(step -> tasks.put(peer.name(), step)));
        return new Line(perceptron, Alternation.times(tasks, effort));
    }

    private Finding finding(List<Line> lines) {
        List<String> names = lines.get(0).times.keySet().stream()
                .filter(name -> !name.equals(Ours.NAME))
                .toList();
        Speeds speeds = new Speeds();
        List<String> text = new ArrayList<>(List.of("microseconds a training step on one thread, medians", ""));
        text.addAll(TerminalTable.lines(table(lines, names)));
        text.add("");
        for (int batch : BATCHES) {
            Speeds here = new Speeds();
            for (Line line : lines) {
                if (line.perceptron.batch() == batch) {
                    here.add(line.perceptron.label(), line.speed(names));
                    speeds.add(line.perceptron.label(), line.speed(names));
                }
            }
            text.add("batch " + batch + ": " + here.explained());
        }
        text.add(speeds.summary());
        return new Finding(text, BenchJson.times(speeds, entries(lines)), speeds.min());
    }

    private static Table table(List<Line> lines, List<String> names) {
        List<String> header = new ArrayList<>(List.of("perceptron", "batch", Ours.NAME));
        header.addAll(names);
        header.add("x best peer");
        return new Table(header, lines.stream().map(line -> cells(line, names)).toList());
    }

    private static List<Cell> cells(Line line, List<String> names) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.of(line.perceptron.label()));
        cells.add(Cell.of(line.perceptron.batch()));
        cells.add(Cell.of(Objects.requireNonNull(line.times.get(Ours.NAME)).median()));
        names.forEach(name ->
                cells.add(Cell.of(Objects.requireNonNull(line.times.get(name)).median())));
        double speed = line.speed(names).orElse(Double.NaN);
        cells.add(new Cell.Real(speed, Numbers.fixed(speed, 2)));
        return cells;
    }

    private static List<BenchJson.Entry> entries(List<Line> lines) {
        return lines.stream()
                .flatMap(line -> line.times.entrySet().stream()
                        .map(time -> new BenchJson.Entry(
                                "training",
                                1,
                                Map.of(
                                        "batch", Integer.toString(line.perceptron.batch()),
                                        "library", time.getKey(),
                                        "perceptron", line.perceptron.label()),
                                time.getValue())))
                .toList();
    }
}
