package org.normlab.report.compare;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.normlab.report.stats.Holm;
import org.normlab.report.stats.verdict.Judgement;
import org.normlab.report.trial.Trial;

/**
 * The verdicts of a comparison: every arm against the baseline, all p values corrected together (Holm 1979). A tier that does
 * not judge has none.
 *
 * @param judgements on each arm being lower than its baseline, by the arm's specification
 */
record Verdicts(Map<Trial, Judgement> judgements) {
    /** Copies the map. */
    Verdicts {
        judgements = Map.copyOf(judgements);
    }

    static Verdicts of(Comparison comparison) {
        return new Verdicts(comparison.question().tier().judges() ? judged(standings(comparison)) : Map.of());
    }

    private static List<Standing> standings(Comparison comparison) {
        return comparison.arms().stream()
                .filter(Arm::wasRun)
                .flatMap(arm -> Standing.of(comparison, arm).stream())
                .toList();
    }

    private static Map<Trial, Judgement> judged(List<Standing> standings) {
        double[] corrected =
                Holm.adjusted(standings.stream().mapToDouble(Standing::p).toArray());
        Map<Trial, Judgement> judgements = new HashMap<>();
        for (int i = 0; i < corrected.length; i++) {
            Standing standing = standings.get(i);
            judgements.put(standing.arm().trial(), standing.judge(corrected[i], corrected.length));
        }
        return judgements;
    }

    /** The verdict on the arm being lower than the baseline; empty for the baseline itself and without a verdict. */
    Optional<Judgement> on(Arm arm) {
        return Optional.ofNullable(judgements.get(arm.trial()));
    }
}
