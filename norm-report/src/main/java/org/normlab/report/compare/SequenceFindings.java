package org.normlab.report.compare;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.normlab.report.text.Numbers;

/**
 * How the norms of a network over sequences stand to the same network without one, at the largest batch, where batch statistics are best.
 *
 * @param arms those that were run there
 */
record SequenceFindings(List<Arm> arms) {
    private static final double POINT = 0.01;
    private static final List<String> ASKED =
            List.of("batch-shared", "batch-step", "batch-input", "batch", "layer", "rms", "dynamic-tanh");

    static SequenceFindings of(Comparison comparison, String network) {
        int largest = comparison.question().batchSizes().stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
        return new SequenceFindings(comparison.arms(network, largest));
    }

    /** A phrase for each norm that was run beside none. */
    Optional<String> words() {
        Optional<Arm> none = named("none").findFirst();
        List<Arm> others = ASKED.stream().flatMap(this::named).toList();
        if (none.isEmpty() || others.isEmpty()) {
            return Optional.empty();
        }
        String phrases = others.stream().map(arm -> phrase(arm, none.get())).collect(Collectors.joining(", "));
        return Optional.of("against no norm at batch " + none.get().batchSize() + ", median error: " + phrases);
    }

    private Stream<Arm> named(String norm) {
        return arms.stream().filter(arm -> arm.norm().equals(norm));
    }

    private static String phrase(Arm arm, Arm none) {
        double change = arm.median() - none.median();
        String size = Numbers.fixed(100 * Math.abs(change), 1) + " points";
        if (Math.abs(change) < POINT) {
            return arm.norm() + " within a point";
        }
        return arm.norm() + " " + size + (change < 0 ? " lower" : " higher");
    }
}
