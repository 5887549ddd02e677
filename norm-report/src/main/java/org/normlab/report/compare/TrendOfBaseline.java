package org.normlab.report.compare;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.normlab.report.text.Numbers;

/**
 * Whether the error of batch norm rises at the smallest batch against norms that do not depend on the batch.
 *
 * @param network kind of network
 * @param batch arms of batch norm by ascending batch size
 * @param other arms of the norm that it is held against
 */
record TrendOfBaseline(String network, List<Arm> batch, List<Arm> other) {
    private static final double POINT = 0.01;

    /** Against group norm, or layer norm where group norm was not run. */
    static TrendOfBaseline of(Comparison comparison, String network) {
        List<Arm> other = Stream.of("group", "layer")
                .map(norm -> comparison.arms(network, norm))
                .filter(arms -> !arms.isEmpty())
                .findFirst()
                .orElse(List.of());
        return new TrendOfBaseline(network, comparison.arms(network, Family.FEEDFORWARD.baseline()), other);
    }

    /** One sentence, or why there is none. */
    String words() {
        Optional<double[]> gaps = gaps();
        if (gaps.isEmpty()) {
            return "batch norm's trend is not known: it needs batch and group or layer at two batch sizes";
        }
        double small = gaps.get()[0];
        double large = gaps.get()[1];
        String name = other.get(0).norm();
        int smallest = batch.get(0).batchSize();
        int largest = batch.get(batch.size() - 1).batchSize();
        String figures = "median error minus " + name + "'s is " + points(small) + " points at batch " + smallest + ", "
                + points(large) + " at batch " + largest;
        return small > large + POINT
                ? "batch norm rises at small batches: " + figures
                : "batch norm does not rise at small batches here: " + figures;
    }

    private static String points(double gap) {
        return Numbers.fixed(100 * gap, 1);
    }

    private Optional<double[]> gaps() {
        if (batch.size() < 2 || other.isEmpty()) {
            return Optional.empty();
        }
        Optional<Double> small = gap(batch.get(0));
        Optional<Double> large = gap(batch.get(batch.size() - 1));
        return small.isEmpty() || large.isEmpty()
                ? Optional.empty()
                : Optional.of(new double[] {small.get(), large.get()});
    }

    private Optional<Double> gap(Arm arm) {
        return other.stream()
                .filter(o -> o.batchSize() == arm.batchSize())
                .map(o -> arm.median() - o.median())
                .findFirst();
    }
}
