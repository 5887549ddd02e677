package org.normlab.report.compare;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.normlab.report.stats.verdict.Judgement;
import org.normlab.report.stats.verdict.Verdict;

/** A judgement in words. */
final class VerdictWords {
    private VerdictWords() {}

    /** One of the four words of a verdict. */
    static String word(Judgement judgement) {
        return judgement.verdict().name().toLowerCase(Locale.ROOT);
    }

    /** Why nothing can be said, a phrase each; empty if something can. */
    static List<String> reasons(Judgement judgement) {
        if (judgement.verdict() != Verdict.INCONCLUSIVE) {
            return List.of();
        }
        Stream<String> guards = judgement.failed().stream()
                .sorted()
                .map(guard -> "no verdict: " + guard.failure() + " (" + guard.label() + ")");
        Stream<String> seeds = judgement.failed().isEmpty() ? Stream.of("not enough seeds to tell") : Stream.of();
        Stream<String> more = judgement.moreReplicates().stream().mapToObj(count -> "about " + count + " more would");
        return Stream.of(guards, seeds, more).flatMap(phrases -> phrases).toList();
    }
}
