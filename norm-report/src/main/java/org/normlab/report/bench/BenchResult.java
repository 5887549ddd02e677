package org.normlab.report.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.normlab.report.text.Cell;
import org.normlab.report.text.Numbers;
import org.normlab.report.text.Table;

/**
 * All rows of a run, and what they say.
 *
 * @param rows in the order of measurement
 * @param peers the names of the peers that were asked; maybe none
 */
record BenchResult(List<Row> rows, List<String> peers) {

    Finding finding() {
        List<String> lines = new ArrayList<>(List.of("microseconds, medians", ""));
        lines.addAll(TerminalTable.lines(table()));
        lines.add("");
        lines.addAll(comments());
        Speeds speeds = speeds(rows, this::speed);
        lines.add(speeds.summary());
        return new Finding(lines, BenchJson.times(speeds, entries()), speeds.min());
    }

    /** Ours over the fastest peer; over copying if no peer was asked. */
    private OptionalDouble speed(Row row) {
        return peers.isEmpty() ? row.speedOver(Copy.NAME) : row.speedOver(peers);
    }

    private String rival() {
        return peers.isEmpty() ? "x copy" : "x best peer";
    }

    private static Speeds speeds(List<Row> rows, Function<Row, OptionalDouble> ratio) {
        Speeds speeds = new Speeds();
        rows.forEach(row -> speeds.add(row.place(), ratio.apply(row)));
        return speeds;
    }

    private Table table() {
        List<String> header = new ArrayList<>(List.of("variant", "shape", "pass", "threads", Ours.NAME, Copy.NAME));
        header.addAll(peers);
        header.add(rival());
        return new Table(header, rows.stream().map(this::cells).toList());
    }

    private List<Cell> cells(Row row) {
        List<Cell> cells = new ArrayList<>(List.of(
                Cell.of(row.workload().label()),
                Cell.of(row.workload().shape().toString()),
                Cell.of(row.pass().label()),
                Cell.of(row.threads()),
                Cell.of(row.median(Ours.NAME)),
                Cell.of(row.median(Copy.NAME))));
        peers.forEach(name -> cells.add(Cell.of(row.has(name) ? row.median(name) : Double.NaN)));
        double ratio = speed(row).orElse(Double.NaN);
        cells.add(new Cell.Real(ratio, Numbers.fixed(ratio, 2)));
        return cells;
    }

    /** What the rows say for each number of threads, a line each. */
    private List<String> comments() {
        List<String> lines = new ArrayList<>();
        for (int threads : rows.stream().mapToInt(Row::threads).distinct().toArray()) {
            List<Row> some =
                    rows.stream().filter(row -> row.threads() == threads).toList();
            String where = threads == 1 ? "1 thread, " : threads + " threads, ";
            lines.add(where + rival() + ": " + speeds(some, this::speed).explained());
            for (String peer : peers) {
                lines.add(where + "x " + peer + ": "
                        + speeds(some, row -> row.speedOver(peer)).explained());
            }
            Speeds large = speeds(some, BenchResult::copying);
            if (!large.isEmpty()) {
                lines.add(where + "x copy, tensors over 16 MiB: " + large.explained());
            }
        }
        return lines;
    }

    private static OptionalDouble copying(Row row) {
        return row.isLargerThanCache() ? row.speedOver(Copy.NAME) : OptionalDouble.empty();
    }

    private List<BenchJson.Entry> entries() {
        return rows.stream()
                .flatMap(row -> row.times().entrySet().stream()
                        .map(time -> new BenchJson.Entry(
                                row.pass().label(),
                                row.threads(),
                                Map.of(
                                        "library", time.getKey(),
                                        "shape", row.workload().shape().toString(),
                                        "variant", row.workload().label()),
                                time.getValue())))
                .toList();
    }
}
