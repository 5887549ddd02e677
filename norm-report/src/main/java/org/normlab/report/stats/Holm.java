package org.normlab.report.stats;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Holm's step-down adjustment of p values that are judged together (Holm 1979); it controls the family-wise error. */
public final class Holm {
    private Holm() {}

    /**
     * Adjusted p values: with p₍₁₎ ≤ ... ≤ p₍ₖ₎, the i-th becomes the largest of min(1, (K − j + 1) p₍ⱼ₎) over j ≤ i.
     *
     * @param p the p values of K tests; not modified
     * @return the adjusted values in the same order, each at least the one given
     */
    public static double[] adjusted(double... p) {
        double[] adjusted = new double[p.length];
        int[] ascending = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double largest = 0;
        for (int i = 0; i < p.length; i++) {
            largest = Math.max(largest, Math.min(1, (p.length - i) * p[ascending[i]]));
            adjusted[ascending[i]] = largest;
        }
        return adjusted;
    }
}
