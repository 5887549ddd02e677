package org.normlab.report.cli.law;

import java.util.Optional;
import java.util.function.Function;

/**
 * Something that every normalizer does, unless it declares that it does not.
 *
 * @param name short, such as {@code gradient}
 * @param statement what holds, in one line
 * @param off why it is off for a sample's normalizer; empty if it is on
 * @param test tests one sample; empty if the sample has nothing to test
 */
public record Law(
        String name,
        String statement,
        Function<Sample, Optional<String>> off,
        Function<Sample, Optional<Finding>> test) {}
