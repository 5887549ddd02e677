package org.normlab.report.stats.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.normlab.core.NormException;
import org.normlab.report.stats.Interval;
import org.normlab.report.stats.verdict.Verdict.Word;

class JudgementTest {
    private static final Rule RULE = new Rule.Superiority(1);

    private static Judgement judge(double low, double high, double sd, Guard... failed) {
        Interval interval = new Interval(low, high, Looks.DECIDING, Interval.Method.BCA);
        return Judgement.of(RULE, new Evidence((low + high) / 2, interval, 0.001, sd, 10), Set.of(failed));
    }

    private static final Judgement SUPPORTED = judge(1, 3, 1);
    private static final Judgement EQUIVALENT = judge(-0.5, 0.5, 1);
    private static final Judgement CONTRADICTED = judge(-3, -1, 1);
    private static final Judgement OPEN = judge(-3, 3, 2);

    @Test
    void aFailedGuardComesFirst() {
        Judgement judgement = judge(1, 3, 5, Guard.CONTROLS);
        assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judgement.failed()).containsExactly(Guard.CONTROLS);
        assertThat(judgement.moreReplicates()).isEmpty();
    }

    @Test
    void saysHowManyMoreWouldTell() {
        assertThat(OPEN.moreReplicates()).hasValue(37 + 2 - 10);
        assertThat(judge(-3, 3, 0.5).moreReplicates()).isEmpty();
        assertThat(SUPPORTED.moreReplicates()).isEmpty();
    }

    @Test
    void aPartWithoutPairedMeanCannotSayHowMany() {
        Interval interval = new Interval(-3, 3, 0.9706, Interval.Method.PERCENTILE);
        Judgement judgement = Judgement.of(RULE, Evidence.byInterval(0, interval, 10), Set.of());
        assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judgement.moreReplicates()).isEmpty();
    }

    @Test
    void withoutASmallestEffectNoNumberWouldTell() {
        assertThat(Judgement.of(new Rule.Superiority(0), OPEN.evidence(), Set.of())
                        .moreReplicates())
                .isEmpty();
    }

    @Test
    void supportNeedsTwoPairsAndAll() {
        assertThat(PartVerdict.over(List.of(SUPPORTED)).word()).isEqualTo(Word.INCONCLUSIVE);
        assertThat(PartVerdict.over(List.of(SUPPORTED, SUPPORTED)).word()).isEqualTo(Word.SUPPORTED);
        assertThat(PartVerdict.over(List.of(SUPPORTED, OPEN, SUPPORTED)).word()).isEqualTo(Word.INCONCLUSIVE);
    }

    @Test
    void refusalNeedsAllPairsAndNamesItsKinds() {
        assertThat(PartVerdict.over(List.of(EQUIVALENT)).word()).isEqualTo(Word.NOT_SUPPORTED);
        PartVerdict mixed = PartVerdict.over(List.of(CONTRADICTED, EQUIVALENT));
        assertThat(mixed.word()).isEqualTo(Word.NOT_SUPPORTED);
        assertThat(mixed.kinds()).containsExactly(Verdict.EQUIVALENT, Verdict.CONTRADICTED);
        assertThat(mixed.depends()).isFalse();
    }

    @Test
    void disagreementDepends() {
        PartVerdict part = PartVerdict.over(List.of(SUPPORTED, CONTRADICTED));
        assertThat(part.word()).isEqualTo(Word.INCONCLUSIVE);
        assertThat(part.depends()).isTrue();
        assertThat(PartVerdict.p(0.01, 0.2, 0.03)).isEqualTo(0.2);
    }

    @Test
    void refusesAPartWithoutPairs() {
        assertThatThrownBy(() -> PartVerdict.over(List.of())).isInstanceOf(NormException.class);
    }

    @Test
    void guardsCountAndCompare() {
        assertThat(Guard.tooFewReplicates(9, 1)).isTrue();
        assertThat(Guard.tooFewReplicates(10, 1)).isFalse();
        assertThat(Guard.tooEasy(1.9, 1)).isTrue();
        assertThat(Guard.REPLICATES.label()).isEqualTo("G5");
    }
}
