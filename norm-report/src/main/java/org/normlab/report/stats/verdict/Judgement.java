package org.normlab.report.stats.verdict;

import java.util.OptionalInt;
import java.util.Set;

/**
 * One part judged on one pair of network and data.
 *
 * @param verdict what may be said
 * @param evidence what was measured
 * @param rule what is claimed
 * @param failed the guards that failed; if there is one, the verdict is inconclusive
 */
public record Judgement(Verdict verdict, Evidence evidence, Rule rule, Set<Guard> failed) {
    /**
     * Judges: guards first, then the rule.
     *
     * @param rule what is claimed
     * @param evidence what was measured
     * @param failed the guards that failed; not modified
     * @return the judgement
     */
    public static Judgement of(Rule rule, Evidence evidence, Set<Guard> failed) {
        Verdict verdict = failed.isEmpty() ? rule.decide(evidence) : Verdict.INCONCLUSIVE;
        return new Judgement(verdict, evidence, rule, Set.copyOf(failed));
    }

    /**
     * How many more replicates would tell, roughly; this is also the condition for a second look.
     *
     * @return the number, at least 1; empty if the verdict is conclusive, a guard failed, the part has no SESOI or no paired
     *     mean, or the precision is reached and the effect lies too near to a limit
     */
    public OptionalInt moreReplicates() {
        boolean unknown = verdict != Verdict.INCONCLUSIVE || !failed.isEmpty();
        if (unknown || Double.isNaN(evidence.standardDeviation()) || rule.sesoi() == 0) {
            return OptionalInt.empty();
        }
        int more = Looks.replicatesNeeded(evidence.standardDeviation(), rule.sesoi()) - evidence.replicates();
        return more > 0 ? OptionalInt.of(more) : OptionalInt.empty();
    }
}
