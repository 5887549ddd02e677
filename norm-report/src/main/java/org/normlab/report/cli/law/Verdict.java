package org.normlab.report.cli.law;

import java.util.Optional;
import org.normlab.core.NormException;
import org.normlab.core.Shape;
import org.normlab.variants.Variant;

/**
 * What became of a law on many inputs.
 *
 * @param law the law
 * @param result whether it holds
 * @param tries how many inputs had something to test
 * @param worst the worst element of all
 * @param reason of a law that is off, or of a test that broke off; may be empty
 */
public record Verdict(Law law, Result result, int tries, Finding worst, String reason) {

    /** Whether a law holds. */
    public enum Result {
        /** On every input. */
        HOLDS,
        /** Not on the worst input. */
        BROKEN,
        /** The variant declares that it departs from it, or no input had anything to test. */
        OFF
    }

    /**
     * Tests a law.
     *
     * @param law the law
     * @param variant who is to keep it
     * @param tries how many inputs
     * @param seed of all draws
     * @return the verdict; an input that the variant refuses is none, any other failure of the variant breaks the law
     */
    public static Verdict of(Law law, Variant variant, int tries, long seed) {
        Finding worst = Finding.NONE;
        int tested = 0;
        String off = "the variant refuses every generated shape";
        for (int attempt = 0; attempt < tries; attempt++) {
            Shape shape = Shapes.draw(seed + attempt);
            try {
                Optional<Sample> sample = Sample.of(variant, shape, seed + attempt);
                Optional<String> reason = sample.flatMap(law.off());
                if (sample.isEmpty() || reason.isPresent()) {
                    off = reason.orElse(off);
                    continue;
                }
                Optional<Finding> finding = law.test().apply(sample.get());
                tested += finding.isPresent() ? 1 : 0;
                off = "no generated shape has anything to test";
                worst = finding.map(worst::and).orElse(worst);
            } catch (RuntimeException failure) {
                return new Verdict(law, Result.BROKEN, tested + 1, worst, "on " + shape + ": " + words(failure));
            }
        }
        if (tested == 0) {
            return new Verdict(law, Result.OFF, 0, Finding.NONE, off);
        }
        return new Verdict(law, worst.holds() ? Result.HOLDS : Result.BROKEN, tested, worst, "");
    }

    /** Only our own refusals say of themselves what went wrong. */
    private static String words(RuntimeException failure) {
        String message = String.valueOf(failure.getMessage());
        return failure instanceof NormException ? message : failure.getClass().getSimpleName() + ": " + message;
    }
}
