package org.normlab.report.stats.verdict;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.report.stats.verdict.Verdict.Word;

/**
 * One part over all its pairs of network and data.
 *
 * @param word supported only on at least two pairs and on all; not supported only on all; else inconclusive
 * @param pairs the judgements, one a pair
 */
public record PartVerdict(Word word, List<Judgement> pairs) {
    /**
     * Combines the pairs.
     *
     * @param pairs at least one judgement; not modified
     * @return the verdict of the part
     * @throws NormException TOO_FEW if there is none
     */
    public static PartVerdict over(List<Judgement> pairs) {
        if (pairs.isEmpty()) {
            throw NormException.about(Kind.TOO_FEW, "PartVerdict", "pairs", pairs)
                    .because("has no judgement", "judge the part on at least one network and data set");
        }
        Set<Word> words = EnumSet.noneOf(Word.class);
        pairs.forEach(pair -> words.add(pair.verdict().word()));
        Word only = words.size() == 1 ? words.iterator().next() : Word.INCONCLUSIVE;
        boolean lonely = only == Word.SUPPORTED && pairs.size() < 2;
        return new PartVerdict(lonely ? Word.INCONCLUSIVE : only, List.copyOf(pairs));
    }

    /**
     * The p value of a part, which enters Holm's correction over the parts: the largest over its pairs. All pairs must
     * agree, so no correction over pairs is needed (Berger 1982).
     *
     * @param p one value a pair, uncorrected; not modified
     * @return the largest
     */
    public static double p(double... p) {
        double largest = 0;
        for (double each : p) {
            largest = Math.max(largest, each);
        }
        return largest;
    }

    /**
     * The verdicts that occur: they name the kind of "not supported".
     *
     * @return one or more
     */
    public Set<Verdict> kinds() {
        Set<Verdict> kinds = EnumSet.noneOf(Verdict.class);
        pairs.forEach(pair -> kinds.add(pair.verdict()));
        return Collections.unmodifiableSet(kinds);
    }

    /**
     * Whether the pairs disagree, so that a report says "depends on" and names what differs between them.
     *
     * @return true if two pairs have different words
     */
    public boolean depends() {
        return pairs.stream().map(pair -> pair.verdict().word()).distinct().count() > 1;
    }
}
