package org.normlab.report.cli;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A span of time as people type it: {@code 90s}, {@code 10m}, {@code 2h}, {@code 1h30m}. */
final class Span implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
        try {
            return Duration.parse(text.startsWith("PT") ? text : "PT" + text.toUpperCase(Locale.ROOT));
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("\"" + text + "\" is no span of time; write 90s, 10m or 2h");
        }
    }
}
