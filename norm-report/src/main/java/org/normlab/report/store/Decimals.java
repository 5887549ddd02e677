package org.normlab.report.store;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.stream.IntStream;

/** Decimal text of a double that is the same on every Java, unlike {@link Double#toString}. */
final class Decimals {
    /** Digits that always suffice to tell a double from all others. */
    private static final int MOST_DIGITS = 17;

    private Decimals() {}

    /** The fewest significant digits that are read back as the same finite number. */
    static String shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        return IntStream.rangeClosed(1, MOST_DIGITS)
                .mapToObj(digits -> exact.round(new MathContext(digits)))
                .filter(rounded -> rounded.doubleValue() == value)
                .findFirst()
                .orElse(exact)
                .stripTrailingZeros()
                .toString();
    }
}
