package org.normlab.report.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.normlab.report.trial.Field;
import org.normlab.report.trial.Fields;
import org.normlab.report.trial.Measures;
import org.normlab.report.trial.Trial;
import org.normlab.report.trial.TrialResult;

/**
 * Results as a table, one row a trial, for files and people.
 *
 * @param columns names; the first are {@code trial_id, network, data, norm, batch_size, learning_rate, seed, outcome,
 *     test_error, train_error, steps, seconds}, then come all other fields and measured numbers
 * @param rows one cell a column: a {@link String}, a {@link Long} or a {@link Double}; an empty string where there is none
 */
public record ResultTable(List<String> columns, List<List<Object>> rows) {
    /** The only column that may differ between two runs of the same trials. */
    public static final String SECONDS = "seconds";

    private static final List<Field<?>> FIRST =
            List.of(Fields.NETWORK, Fields.DATA, Fields.NORM, Fields.BATCH_SIZE, Fields.LEARNING_RATE);
    private static final List<String> FIRST_NUMBERS =
            List.of(Measures.TEST_ERROR, Measures.TRAIN_ERROR, Measures.STEPS);

    /**
     * The table of some results.
     *
     * @param results in the order of the rows; not modified
     * @return the table
     */
    public static ResultTable of(List<TrialResult> results) {
        List<Field<?>> fields =
                Fields.all().stream().filter(field -> !FIRST.contains(field)).toList();
        SortedSet<String> numbers = results.stream()
                .flatMap(result -> result.measures().numbers().keySet().stream())
                .filter(name -> !FIRST_NUMBERS.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
        List<List<Object>> rows =
                results.stream().map(result -> row(result, fields, numbers)).toList();
        return new ResultTable(columns(fields, numbers), rows);
    }

    private static List<String> columns(List<Field<?>> fields, SortedSet<String> numbers) {
        return Stream.of(
                        Stream.of("trial_id"),
                        FIRST.stream().map(Field::name),
                        Stream.of("seed", "outcome"),
                        FIRST_NUMBERS.stream(),
                        Stream.of(SECONDS, "reason"),
                        fields.stream().map(Field::name),
                        numbers.stream())
                .flatMap(names -> names)
                .toList();
    }

    private static List<Object> row(TrialResult result, List<Field<?>> fields, SortedSet<String> numbers) {
        Trial trial = result.trial();
        List<Object> row = new ArrayList<>();
        row.add(trial.id());
        FIRST.forEach(field -> row.add(cell(trial.get(field))));
        row.add(trial.seed());
        row.add(result.outcome().name());
        FIRST_NUMBERS.forEach(name -> row.add(cell(name, result)));
        row.add(result.timing().seconds());
        row.add(result.ending().reason());
        fields.forEach(field -> row.add(cell(trial.get(field))));
        numbers.forEach(name -> row.add(cell(name, result)));
        return row;
    }

    private static Object cell(String name, TrialResult result) {
        OptionalDouble number = result.number(name);
        if (number.isEmpty()) {
            return "";
        }
        double value = number.getAsDouble();
        return name.equals(Measures.STEPS) ? (Object) (long) value : (Object) value;
    }

    private static Object cell(Object value) {
        if (value instanceof Integer number) {
            return number.longValue();
        }
        if (value instanceof List<?> names) {
            return names.stream().map(String::valueOf).collect(Collectors.joining(" "));
        }
        return value instanceof SortedMap<?, ?> options ? options(options) : value;
    }

    /** Options are few and simple: a decimal with as many digits as tell it from its neighbours. */
    private static String options(SortedMap<?, ?> options) {
        return options.entrySet().stream().map(ResultTable::option).collect(Collectors.joining(" "));
    }

    private static String option(Map.Entry<?, ?> option) {
        return option.getKey() + "=" + Decimals.shortest((Double) option.getValue());
    }

    /**
     * The table without what may differ between two runs: equal for any order of the trials and after any resume, if its
     * rows are in the order of their ids.
     *
     * @return a copy without the column {@link #SECONDS}
     */
    public ResultTable canonical() {
        int place = columns.indexOf(SECONDS);
        return new ResultTable(
                without(columns, place),
                rows.stream().map(row -> without(row, place)).toList());
    }

    private static <T> List<T> without(List<T> list, int place) {
        List<T> rest = new ArrayList<>(list);
        rest.remove(place);
        return rest;
    }
}
