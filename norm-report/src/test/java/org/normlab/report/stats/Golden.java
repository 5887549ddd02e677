package org.normlab.report.stats;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;

/** Numbers computed by other people's code, by name; the resource's first line says whose. */
public final class Golden {
    private static final Map<String, double[]> NUMBERS = read();

    private Golden() {}

    /** All numbers of a name. */
    public static double[] all(String name) {
        return NUMBERS.get(name).clone();
    }

    /** The only number of a name. */
    public static double one(String name) {
        return NUMBERS.get(name)[0];
    }

    /** What two orders of so many rounded operations may differ by: an ulp of the result for each. */
    public static Offset<Double> rounding(double result, int operations) {
        return Offset.offset(operations * Math.ulp(result));
    }

    private static Map<String, double[]> read() {
        try (var in = Golden.class.getResourceAsStream("/stats/golden.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .collect(Collectors.toMap(words -> words[0], Golden::numbers));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double[] numbers(String[] words) {
        return Arrays.stream(words).skip(1).mapToDouble(Double::parseDouble).toArray();
    }
}
