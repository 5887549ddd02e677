package org.normlab.report.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.normlab.report.trial.Fields;
import org.normlab.report.trial.Trial;

/**
 * The learning rates that a study begins with.
 *
 * @param given ascending, without repetition; empty means nine powers of two that fit the optimizer: 2^-8 to 2^0 for SGD,
 *     2^-13 to 2^-5 for Adam and RMSProp
 */
public record Rates(List<Double> given) {
    static final double LEAST = 0x1p-20;
    static final double MOST = 0x1p8;
    private static final int POINTS = 9;

    /**
     * Sorts the rates.
     *
     * @param given ascending, without repetition; empty means nine powers of two that fit the optimizer: 2^-8 to 2^0 for SGD,     2^-13 to 2^-5 for Adam and RMSProp
     */
    public Rates {
        given = given.stream().distinct().sorted().toList();
    }

    /** The rates of an arm. */
    List<Double> of(Trial arm) {
        if (!given.isEmpty()) {
            return given;
        }
        int first = arm.get(Fields.OPTIMIZER).equals("sgd") ? -8 : -13;
        return IntStream.range(first, first + POINTS)
                .mapToObj(power -> Math.scalb(1.0, power))
                .toList();
    }

    /** More points below the least rate, by the ratio of the two least, but none below 2^-20. */
    static List<Double> below(List<Double> rates, int points) {
        double ratio = rates.size() > 1 ? rates.get(1) / rates.get(0) : 2;
        List<Double> more = new ArrayList<>(rates);
        for (int i = 0; i < points && more.get(0) / ratio >= LEAST; i++) {
            more.add(0, more.get(0) / ratio);
        }
        return List.copyOf(more);
    }

    /** More points above the greatest rate, by the ratio of the two greatest, but none above 2^8. */
    static List<Double> above(List<Double> rates, int points) {
        int n = rates.size();
        double ratio = n > 1 ? rates.get(n - 1) / rates.get(n - 2) : 2;
        List<Double> more = new ArrayList<>(rates);
        for (int i = 0; i < points && more.get(more.size() - 1) * ratio <= MOST; i++) {
            more.add(more.get(more.size() - 1) * ratio);
        }
        return List.copyOf(more);
    }

    String text() {
        return given.stream().map(Double::toHexString).collect(Collectors.joining(" "));
    }

    static Rates parse(String text) {
        DoubleStream rates =
                Arrays.stream(text.split(" ")).filter(rate -> !rate.isEmpty()).mapToDouble(Double::parseDouble);
        return new Rates(rates.boxed().toList());
    }
}
