package org.normlab.report.trial;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a trial measured, all of it reproducible bit for bit: no time, no memory.
 *
 * @param numbers single numbers by name; errors are shares from 0 to 1; what was not measured is absent
 * @param curves points by name, such as learning curves
 */
public record Measures(SortedMap<String, Double> numbers, List<Curve> curves) {
    /** Share of test examples that are wrong at the end of the budget, under the first evaluation asked for. */
    public static final String TEST_ERROR = "test_error";

    /** The same on the training examples. */
    public static final String TRAIN_ERROR = "train_error";

    /** The same on the validation examples, which the learning rate is chosen by. */
    public static final String VALIDATION_ERROR = "validation_error";

    /** Mean loss on the test examples, in nats. */
    public static final String TEST_LOSS = "test_loss";

    /** Mean loss on the training examples, in nats. */
    public static final String TRAIN_LOSS = "train_loss";

    /** Mean loss on the validation examples, in nats. */
    public static final String VALIDATION_LOSS = "validation_loss";

    /** Training loss before the first step, in nats. */
    public static final String INITIAL_LOSS = "initial_loss";

    /** Steps of the optimizer that were taken. */
    public static final String STEPS = "steps";

    /** The fewest values that one statistic of a norm was computed over in training; absent without statistics. */
    public static final String VALUES_PER_STATISTIC = "values_per_statistic";

    /** Curve: norm of the gradient of the state, so many steps before the last, of the trained network. */
    public static final String GRADIENT_BY_TIME = "gradient_norm_by_time";

    /** Curve: the same before the first step of training. */
    public static final String INITIAL_GRADIENT_BY_TIME = "initial_gradient_norm_by_time";

    /** Curve: test error of sequences up to a length and longer than the point before. */
    public static final String ERROR_BY_LENGTH = "test_error_by_length";

    /** Nothing was measured. */
    public static final Measures NONE = new Measures(Collections.emptySortedMap(), List.of());

    /**
     * Copies both and sorts the curves by name.
     *
     * @param numbers single numbers by name; errors are shares from 0 to 1; what was not measured is absent
     * @param curves points by name, such as learning curves
     */
    public Measures {
        numbers = Collections.unmodifiableSortedMap(new TreeMap<>(numbers));
        curves = curves.stream().sorted(Comparator.comparing(Curve::name)).toList();
    }

    /**
     * The name of the test error under one further evaluation.
     *
     * @param evaluation its name, such as {@code precise} or {@code batch-8}
     * @return such as {@code test_error:precise}
     */
    public static String testErrorUnder(String evaluation) {
        return TEST_ERROR + ":" + evaluation;
    }

    /**
     * One number.
     *
     * @param name its name
     * @return the number, or empty if it was not measured
     */
    public OptionalDouble number(String name) {
        Double value = numbers.get(name);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
