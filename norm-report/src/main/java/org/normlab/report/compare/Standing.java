package org.normlab.report.compare;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.normlab.report.stats.Bca;
import org.normlab.report.stats.Interval;
import org.normlab.report.stats.Paired;
import org.normlab.report.stats.SignFlip;
import org.normlab.report.stats.verdict.Evidence;
import org.normlab.report.stats.verdict.Guard;
import org.normlab.report.stats.verdict.Judgement;
import org.normlab.report.stats.verdict.Looks;
import org.normlab.report.stats.verdict.Rule;

/**
 * An arm against the baseline at the same batch size, paired by replicate.
 *
 * @param arm the arm
 * @param baseline the baseline
 * @param gains error of the baseline minus error of the arm, in points of test error; positive where the arm is lower
 */
public record Standing(Arm arm, Arm baseline, Paired gains) {
    /** The smallest difference of interest, in points of test error. */
    static final double SESOI = 1;

    private static final double POINTS = 100;
    private static final long SEED = 1;

    /** The standing of an arm, or empty if it is the baseline itself or that has no replicate beside it. */
    static Optional<Standing> of(Comparison comparison, Arm arm) {
        return comparison
                .baseline(arm.network(), arm.batchSize())
                .filter(baseline -> !baseline.norm().equals(arm.norm()))
                .flatMap(baseline -> Optional.of(gains(baseline, arm))
                        .filter(gains -> gains.length > 0)
                        .map(gains -> new Standing(arm, baseline, Paired.of(gains))));
    }

    /** One a replicate that both have. */
    private static double[] gains(Arm baseline, Arm arm) {
        Map<String, Double> own = arm.errorsByReplicate();
        return baseline.errorsByReplicate().entrySet().stream()
                .filter(base -> own.containsKey(base.getKey()))
                .mapToDouble(base -> POINTS * (base.getValue() - own.getOrDefault(base.getKey(), Double.NaN)))
                .toArray();
    }

    /** In how many replicates the arm was lower. */
    long lower() {
        return Arrays.stream(gains.values()).filter(gain -> gain > 0).count();
    }

    /** The interval that decides. */
    Interval interval() {
        return Bca.ofMean(gains, Looks.DECIDING, SEED);
    }

    /** The p value before it is corrected for the other parts of the report. */
    double p() {
        return SignFlip.p(gains, SEED);
    }

    /** The verdict on "lower than the baseline", given the corrected p value and the number of parts judged together. */
    Judgement judge(double corrected, int parts) {
        Set<Guard> failed = EnumSet.noneOf(Guard.class);
        if (!arm.choice().interior() || !baseline.choice().interior()) {
            failed.add(Guard.LEARNING_RATE);
        }
        if (arm.failed() + baseline.failed() > 0 || Guard.tooFewReplicates(gains.size(), parts)) {
            failed.add(Guard.REPLICATES);
        }
        if (Guard.tooEasy(POINTS * Math.min(arm.mean(), baseline.mean()), SESOI)) {
            failed.add(Guard.DIFFICULTY);
        }
        return Judgement.of(new Rule.Superiority(SESOI), Evidence.of(gains, interval(), corrected), failed);
    }
}
