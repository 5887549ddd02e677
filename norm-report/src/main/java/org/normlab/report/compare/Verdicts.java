package org.normlab.report.compare;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.normlab.report.stats.Holm;
import org.normlab.report.stats.verdict.Judgement;

/** The verdicts of a comparison: every arm against the baseline, all p values corrected together (Holm 1979). */
final class Verdicts {
    private final List<Standing> standings;
    private final double[] corrected;

    private Verdicts(List<Standing> standings) {
        this.standings = standings;
        this.corrected =
                Holm.adjusted(standings.stream().mapToDouble(Standing::p).toArray());
    }

    static Verdicts of(Comparison comparison) {
        return new Verdicts(comparison.arms().stream()
                .filter(arm -> arm.refusal().isEmpty() && !arm.results().isEmpty())
                .flatMap(arm -> Standing.of(comparison, arm).stream())
                .toList());
    }

    /** The arm's standing, or empty for the baseline itself. */
    Optional<Standing> standing(Arm arm) {
        return index(arm).stream().mapToObj(standings::get).findFirst();
    }

    /** The verdict on the arm being lower than the baseline. */
    Optional<Judgement> judgement(Arm arm) {
        return index(arm).stream()
                .mapToObj(i -> standings.get(i).judge(corrected[i], standings.size()))
                .findFirst();
    }

    private OptionalInt index(Arm arm) {
        return IntStream.range(0, standings.size())
                .filter(i -> standings.get(i).arm().equals(arm))
                .findFirst();
    }
}
