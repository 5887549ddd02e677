package org.normlab.report.cli;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers in running text, in ASCII: three significant digits, the same on every Java. */
final class Decimal {
    private static final MathContext DIGITS = new MathContext(3);

    private Decimal() {}

    static String of(double value) {
        if (!Double.isFinite(value)) {
            return String.valueOf(value);
        }
        BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        int power = rounded.precision() - rounded.scale() - 1;
        if (rounded.signum() == 0 || power >= -2 && power < 7) {
            return rounded.toPlainString();
        }
        return rounded.movePointLeft(power).toPlainString() + "e" + power;
    }
}
