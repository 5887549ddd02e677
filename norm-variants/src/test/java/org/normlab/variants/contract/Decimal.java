package org.normlab.variants.contract;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;

/** Decimal arithmetic with 60 digits: far beyond what a double could hide. */
final class Decimal {
    private static final MathContext DIGITS = new MathContext(60);
    private static final MathContext ALL = new MathContext(1100); // as many as a double can have

    private Decimal() {}

    static BigDecimal of(double value) {
        return new BigDecimal(value);
    }

    /** Without any rounding. */
    static BigDecimal sum(Collection<BigDecimal> terms) {
        return terms.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** With so many digits that the mean of equal values is that value. */
    static BigDecimal mean(Collection<BigDecimal> terms) {
        return terms.isEmpty() ? BigDecimal.ZERO : sum(terms).divide(BigDecimal.valueOf(terms.size()), ALL);
    }

    static BigDecimal times(BigDecimal a, BigDecimal b) {
        return a.multiply(b, DIGITS);
    }

    static BigDecimal divide(BigDecimal a, BigDecimal b) {
        return a.divide(b, DIGITS);
    }

    static BigDecimal square(BigDecimal a) {
        return times(a, a);
    }

    static BigDecimal root(BigDecimal a) {
        return a.sqrt(DIGITS);
    }

    /** |a − b|. */
    static double distance(double a, BigDecimal b) {
        return of(a).subtract(b).abs().doubleValue();
    }
}
