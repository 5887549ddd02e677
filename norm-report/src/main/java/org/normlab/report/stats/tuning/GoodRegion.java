package org.normlab.report.stats.tuning;

/** How much the choice of a learning rate matters: the stretch of neighbouring rates that are about as good as the best. */
public final class GoodRegion {
    private GoodRegion() {}

    /**
     * The width of the neighbourhood of the best, the best among it, whose error is at most the best's plus the SESOI.
     *
     * @param rates learning rates, ascending and above 0; not modified
     * @param errors the error at each, in points; not modified
     * @param best the place of the best, from 0
     * @param sesoi the smallest effect of interest, in points of error
     * @return log₂ of largest over smallest, in octaves; 0 if the best stands alone
     */
    public static double octaves(double[] rates, double[] errors, int best, double sesoi) {
        double most = errors[best] + sesoi;
        int low = best;
        while (low > 0 && errors[low - 1] <= most) {
            low--;
        }
        int high = best;
        while (high < rates.length - 1 && errors[high + 1] <= most) {
            high++;
        }
        return StrictMath.log(rates[high] / rates[low]) / StrictMath.log(2);
    }
}
