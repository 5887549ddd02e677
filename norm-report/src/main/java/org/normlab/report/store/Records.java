package org.normlab.report.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.normlab.report.text.Sha256;
import org.normlab.report.trial.Curve;
import org.normlab.report.trial.Ending;
import org.normlab.report.trial.Measures;
import org.normlab.report.trial.Outcome;
import org.normlab.report.trial.Provenance;
import org.normlab.report.trial.Text;
import org.normlab.report.trial.Timing;
import org.normlab.report.trial.Trial;
import org.normlab.report.trial.TrialResult;

/**
 * A result as canonical text, and back. Doubles are hexadecimal; a curve stands in the text by its digest and beside it as
 * little-endian float64, first all x, then all y.
 */
final class Records {
    private static final String TRIAL = "trial.";
    private static final String NUMBER = "number.";
    private static final String CURVE = "curve.";
    private static final String FACT = "fact.";

    private Records() {}

    static String write(TrialResult result) {
        SortedMap<String, String> text = new TreeMap<>();
        putAll(text, TRIAL, Text.parse(result.trial().text()));
        text.put("outcome", result.outcome().name());
        text.put("reason", result.ending().reason());
        result.measures().numbers().forEach((name, value) -> text.put(NUMBER + name, Double.toHexString(value)));
        result.measures().curves().forEach(curve -> text.put(CURVE + curve.name(), Sha256.hex(bytes(curve))));
        putAll(text, FACT, result.provenance().facts());
        return Text.of(text);
    }

    /** Reads a record without its curves and timing. */
    static TrialResult read(String record) {
        SortedMap<String, String> text = Text.parse(record);
        SortedMap<String, Double> numbers = new TreeMap<>();
        part(text, NUMBER).forEach((name, value) -> numbers.put(name, Double.valueOf(value)));
        return new TrialResult(
                Trial.parse(Text.of(part(text, TRIAL))),
                new Ending(Outcome.valueOf(text.getOrDefault("outcome", "")), text.getOrDefault("reason", "")),
                new Measures(numbers, List.of()),
                new Provenance(part(text, FACT)),
                Timing.NONE);
    }

    /** The digests of a record's curves by name. */
    static SortedMap<String, String> curveDigests(String record) {
        return part(Text.parse(record), CURVE);
    }

    static String write(Timing timing) {
        SortedMap<String, String> text = new TreeMap<>();
        putAll(text, FACT, timing.facts());
        text.put("seconds", Double.toHexString(timing.seconds()));
        return Text.of(text);
    }

    static Timing readTiming(String record) {
        SortedMap<String, String> text = Text.parse(record);
        return new Timing(Double.parseDouble(text.getOrDefault("seconds", "0")), part(text, FACT));
    }

    static TrialResult join(TrialResult plain, List<Curve> curves, Timing timing) {
        Measures measures = new Measures(plain.measures().numbers(), curves);
        return new TrialResult(plain.trial(), plain.ending(), measures, plain.provenance(), timing);
    }

    static byte[] bytes(Curve curve) {
        ByteBuffer buffer =
                ByteBuffer.allocate(2 * Double.BYTES * curve.x().length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asDoubleBuffer().put(curve.x()).put(curve.y());
        return buffer.array();
    }

    static Curve curve(String name, byte[] bytes) {
        double[] x = new double[bytes.length / (2 * Double.BYTES)];
        double[] y = new double[x.length];
        ByteBuffer.wrap(bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asDoubleBuffer()
                .get(x)
                .get(y);
        return new Curve(name, x, y);
    }

    /** What differs between two records, key by key. */
    static String difference(SortedMap<String, String> kept, SortedMap<String, String> given) {
        SortedMap<String, String> keys = new TreeMap<>(kept);
        keys.putAll(given);
        List<String> lines = new ArrayList<>();
        for (String key : keys.keySet()) {
            String before = kept.getOrDefault(key, "absent");
            String now = given.getOrDefault(key, "absent");
            if (!before.equals(now)) {
                lines.add(key + " was " + oneLine(before) + ", is " + oneLine(now));
            }
        }
        return String.join("; ", lines);
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\n\\s*", " | ");
    }

    private static void putAll(Map<String, String> target, String prefix, Map<String, String> source) {
        source.forEach((name, value) -> target.put(prefix + name, value));
    }

    private static SortedMap<String, String> part(SortedMap<String, String> text, String prefix) {
        SortedMap<String, String> part = new TreeMap<>();
        text.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                part.put(name.substring(prefix.length()), value);
            }
        });
        return part;
    }
}
