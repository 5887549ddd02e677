package org.normlab.variants.contract;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.List;

/** Decimal arithmetic with 60 digits: far beyond what a double could hide. */
final class Decimal {
    private static final MathContext DIGITS = new MathContext(60);

    private Decimal() {}

    static BigDecimal of(double value) {
        return new BigDecimal(value, DIGITS);
    }

    /** Without any rounding. */
    static BigDecimal sum(Collection<BigDecimal> terms) {
        return terms.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Exactly the value where all are equal, however many digits it has. */
    static BigDecimal mean(List<BigDecimal> terms) {
        if (terms.isEmpty() || terms.stream().allMatch(terms.get(0)::equals)) {
            return terms.isEmpty() ? BigDecimal.ZERO : terms.get(0);
        }
        return divide(sum(terms), BigDecimal.valueOf(terms.size()));
    }

    static BigDecimal minus(BigDecimal a, BigDecimal b) {
        return a.subtract(b, DIGITS);
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
