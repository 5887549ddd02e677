package org.normlab.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class NumbersProperties {
    @Property
    void exactReadsBackToTheSameBits(@ForAll("anyBits") double value) {
        double back = Double.parseDouble(Numbers.exact(value));
        assertThat(Double.doubleToLongBits(back)).isEqualTo(Double.doubleToLongBits(value));
    }

    @Property
    void noShorterTextReadsBack(@ForAll("anyBits") double value) {
        if (!Double.isFinite(value) || value == 0) {
            return;
        }
        int digits = digits(Numbers.exact(value));
        BigDecimal whole = new BigDecimal(value);
        boolean shorter = Stream.of(RoundingMode.FLOOR, RoundingMode.CEILING)
                .flatMap(mode -> IntStream.range(1, digits).mapToObj(n -> whole.round(new MathContext(n, mode))))
                .anyMatch(rounded -> rounded.doubleValue() == value);
        assertThat(shorter).isFalse();
    }

    @Property
    void roundedNeverShowsMoreThanItShould(@ForAll("anyBits") double value) {
        assertThat(Numbers.rounded(value)).hasSizeLessThan(13).doesNotContain("E", "-");
    }

    @Provide
    Arbitrary<Double> anyBits() {
        return Arbitraries.oneOf(
                Arbitraries.longs().map(Double::longBitsToDouble),
                Arbitraries.integers().between(-1074, 1023).map(power -> Math.scalb(1.0, power)),
                Arbitraries.of(0.0, -0.0, 2e23, 9007199254740993.0, 2.2250738585072014e-308, Double.NaN, 1 / 0.0));
    }

    private static int digits(String text) {
        String mantissa = text.replaceFirst("E.*", "").replace("-", "").replace(".", "");
        return mantissa.replaceFirst("^0+", "").replaceFirst("0+$", "").length();
    }
}
