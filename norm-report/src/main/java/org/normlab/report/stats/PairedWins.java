package org.normlab.report.stats;

import java.util.Arrays;

/**
 * How often one arm beats the other on the same replicate: the estimate of P(A better).
 *
 * @param share the share of positive differences, zeros counted half
 * @param interval its 95 % Wilson interval
 */
public record PairedWins(double share, Interval interval) {
    private static final double LEVEL = 0.95;
    private static final double MEANINGFUL_SHARE = 0.75;

    /**
     * Counts the wins.
     *
     * @param paired the differences; a positive one is a win
     * @return the share with its interval
     */
    public static PairedWins of(Paired paired) {
        double wins = Arrays.stream(paired.values())
                .map(d -> (1 + Math.signum(d)) / 2)
                .sum();
        return new PairedWins(wins / paired.size(), Wilson.interval(wins, paired.size(), LEVEL));
    }

    /**
     * Whether the advantage is more than chance and large enough to matter: the interval lies above 0.5 and the
     * share is at least 0.75 (after Bouthillier et al. 2021).
     *
     * @return true if both hold
     */
    public boolean isMeaningful() {
        return interval.low() > 0.5 && share >= MEANINGFUL_SHARE;
    }
}
