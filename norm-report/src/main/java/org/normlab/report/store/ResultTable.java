package org.normlab.report.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.normlab.report.text.Cell;
import org.normlab.report.text.Numbers;
import org.normlab.report.text.Shareable;
import org.normlab.report.text.Table;
import org.normlab.report.trial.Field;
import org.normlab.report.trial.Fields;
import org.normlab.report.trial.Measures;
import org.normlab.report.trial.Trial;
import org.normlab.report.trial.TrialResult;

/**
 * Results as a table, one row a trial. The first columns are {@code trial_id, network, data, norm, batch_size,
 * learning_rate, seed, outcome, test_error, train_error, steps, seconds}; then come the reason of the end, all other fields
 * and all other measured numbers, sorted by name. A number that was not measured is an empty text. The table may be passed
 * on: of an absolute path it has the last name only.
 */
public final class ResultTable {
    private static final String SECONDS = "seconds";
    private static final List<Field<?>> FIRST =
            List.of(Fields.NETWORK, Fields.DATA, Fields.NORM, Fields.BATCH_SIZE, Fields.LEARNING_RATE);
    private static final List<Field<?>> OTHERS =
            Fields.all().stream().filter(field -> !FIRST.contains(field)).toList();
    private static final List<String> FIRST_NUMBERS =
            List.of(Measures.TEST_ERROR, Measures.TRAIN_ERROR, Measures.STEPS);

    private ResultTable() {}

    /**
     * The table of some results.
     *
     * @param results in the order of the rows; not modified
     * @return the table
     */
    public static Table of(List<TrialResult> results) {
        List<String> numbers = results.stream()
                .flatMap(result -> result.measures().numbers().keySet().stream())
                .filter(name -> !FIRST_NUMBERS.contains(name))
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .toList();
        return new Table(
                columns(numbers),
                results.stream().map(result -> row(result, numbers)).toList());
    }

    /**
     * The table without what may differ between two runs, in the order of the trials' ids: the same cells after any resume,
     * for any number of threads.
     *
     * @param results in any order; not modified
     * @return the table without the column {@code seconds}
     */
    public static Table canonical(List<TrialResult> results) {
        Map<String, TrialResult> sorted = results.stream()
                .collect(Collectors.toMap(result -> result.trial().id(), result -> result));
        Table table =
                of(new TreeSet<>(sorted.keySet()).stream().map(sorted::get).toList());
        int place = table.header().indexOf(SECONDS);
        return new Table(
                without(table.header(), place),
                table.rows().stream().map(row -> without(row, place)).toList());
    }

    private static <T> List<T> without(List<T> list, int place) {
        List<T> rest = new ArrayList<>(list);
        rest.remove(place);
        return rest;
    }

    private static List<String> columns(List<String> numbers) {
        return Stream.of(
                        Stream.of("trial_id"),
                        FIRST.stream().map(Field::name),
                        Stream.of("seed", "outcome"),
                        FIRST_NUMBERS.stream(),
                        Stream.of(SECONDS, "reason"),
                        OTHERS.stream().map(Field::name),
                        numbers.stream())
                .flatMap(names -> names)
                .toList();
    }

    private static List<Cell> row(TrialResult result, List<String> numbers) {
        Trial trial = result.trial();
        List<Cell> row = new ArrayList<>();
        row.add(Cell.of(trial.id()));
        FIRST.forEach(field -> row.add(cell(trial.get(field))));
        row.add(Cell.of(trial.seed()));
        row.add(Cell.of(result.outcome().name()));
        FIRST_NUMBERS.forEach(name -> row.add(cell(name, result)));
        row.add(Cell.of(result.timing().seconds()));
        row.add(Cell.of(Shareable.words(result.ending().reason(), trial.get(Fields.DATA))));
        OTHERS.forEach(field -> row.add(cell(trial.get(field))));
        numbers.forEach(name -> row.add(cell(name, result)));
        return row;
    }

    private static Cell cell(String name, TrialResult result) {
        OptionalDouble number = result.number(name);
        if (number.isEmpty()) {
            return Cell.of("");
        }
        return name.equals(Measures.STEPS) ? Cell.of((long) number.getAsDouble()) : Cell.of(number.getAsDouble());
    }

    private static Cell cell(Object value) {
        if (value instanceof Double number) {
            return Cell.of(number.doubleValue());
        }
        if (value instanceof Number number) {
            return Cell.of(number.longValue());
        }
        return Cell.of(Shareable.of(words(value)));
    }

    private static String words(Object value) {
        if (value instanceof SortedMap<?, ?> options) {
            return options.entrySet().stream()
                    .map(option -> option.getKey() + "=" + Numbers.exact((Double) option.getValue()))
                    .collect(Collectors.joining(" "));
        }
        return value instanceof List<?> names
                ? names.stream().map(String::valueOf).collect(Collectors.joining(" "))
                : value.toString();
    }
}
