package org.normlab.report.stats.verdict;

import org.normlab.report.stats.Interval;

/** What a part claims about a difference, and what then counts for and against it. */
public sealed interface Rule {
    /**
     * The smallest effect of interest, in the unit of the difference.
     *
     * @return SESOI
     */
    double sesoi();

    /**
     * The verdict of the evidence alone; guards come first, see {@link Judgement}.
     *
     * @param evidence what was measured
     * @return the verdict
     */
    Verdict decide(Evidence evidence);

    /**
     * The difference is positive and matters. In this order: supported if the interval lies above 0, the point
     * reaches the SESOI and the test agrees; equivalent if the interval lies inside ±SESOI; contradicted if the
     * interval lies below 0 and the test agrees; else inconclusive.
     *
     * @param sesoi the smallest effect of interest, at least 0
     */
    record Superiority(double sesoi) implements Rule {
        @Override
        public Verdict decide(Evidence evidence) {
            Interval interval = evidence.interval();
            if (interval.low() > 0 && evidence.point() >= sesoi && evidence.testAgrees()) {
                return Verdict.SUPPORTED;
            }
            if (interval.isInside(-sesoi, sesoi)) {
                return Verdict.EQUIVALENT;
            }
            boolean opposite = interval.high() < 0 && evidence.testAgrees();
            return opposite ? Verdict.CONTRADICTED : Verdict.INCONCLUSIVE;
        }
    }

    /**
     * There is no difference that matters: supported if the interval lies inside ±SESOI, contradicted if wholly
     * outside. Stricter than two one-sided tests at the same level (Schuirmann 1987).
     *
     * @param sesoi the smallest effect of interest, above 0
     */
    record Equivalence(double sesoi) implements Rule {
        @Override
        public Verdict decide(Evidence evidence) {
            return byLimits(evidence.interval(), -sesoi, sesoi);
        }
    }

    /**
     * The difference is not worse than −SESOI: supported if the interval lies above it, contradicted if below.
     *
     * @param sesoi the margin, above 0
     */
    record NonInferiority(double sesoi) implements Rule {
        @Override
        public Verdict decide(Evidence evidence) {
            return byLimits(evidence.interval(), -sesoi, Double.POSITIVE_INFINITY);
        }
    }

    /**
     * The quantity lies in a range: supported if the interval lies inside, contradicted if wholly outside, and the test
     * against the limits (the larger p of both) agrees.
     *
     * @param low the lower limit
     * @param high the upper limit
     * @param sesoi the smallest effect of interest, above 0
     */
    record Range(double low, double high, double sesoi) implements Rule {
        @Override
        public Verdict decide(Evidence evidence) {
            return evidence.testAgrees() ? byLimits(evidence.interval(), low, high) : Verdict.INCONCLUSIVE;
        }
    }

    private static Verdict byLimits(Interval interval, double low, double high) {
        if (interval.isInside(low, high)) {
            return Verdict.SUPPORTED;
        }
        return interval.isOutside(low, high) ? Verdict.CONTRADICTED : Verdict.INCONCLUSIVE;
    }
}
