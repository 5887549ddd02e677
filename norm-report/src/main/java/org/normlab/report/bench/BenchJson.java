package org.normlab.report.bench;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.normlab.report.text.Cell;
import org.normlab.report.text.Numbers;
import org.normlab.report.text.Table;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes findings as JSON: {@code results} has one entry for each time in the shape that JMH writes, so that tools for JMH read it.
 */
final class BenchJson {
    private static final JsonFactory JSON = new JsonFactory();
    private static final double[] PERCENTILES = {0, 50, 90, 95, 99, 100};

    private final JsonGenerator json;

    /**
     * The times of one library at one thing.
     *
     * @param benchmark what was timed
     * @param threads how many the library had
     * @param params the rest, by name
     * @param times its samples
     */
    record Entry(String benchmark, int threads, Map<String, String> params, Times times) {}

    private BenchJson(JsonGenerator json) {
        this.json = json;
    }

    /** Times, and their ratios in short. */
    static String times(Speeds speeds, List<Entry> entries) {
        return document(json -> {
            json.number("geomean", speeds.geomean());
            json.number("min", speeds.min());
            json.json.writeArrayPropertyStart("results");
            entries.forEach(json::entry);
            json.json.writeEndArray();
        });
    }

    /** A table: an object for each row. */
    static String table(Table table) {
        return document(json -> {
            json.json.writeArrayPropertyStart("rows");
            table.rows().forEach(row -> json.row(table.header(), row));
            json.json.writeEndArray();
        });
    }

    private static String document(Consumer<BenchJson> body) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            generator.writeStartObject();
            generator.writeStringProperty("schema", "norm.bench/1");
            body.accept(new BenchJson(generator));
            generator.writeEndObject();
        }
        return text.toString();
    }

    private void row(List<String> header, List<Cell> row) {
        json.writeStartObject();
        for (int column = 0; column < header.size(); column++) {
            if (row.get(column) instanceof Cell.Real real) {
                number(header.get(column), real.value());
            } else {
                json.writeStringProperty(header.get(column), row.get(column).exact());
            }
        }
        json.writeEndObject();
    }

    private void entry(Entry entry) {
        json.writeStartObject();
        json.writeStringProperty("benchmark", "org.normlab.report.bench." + entry.benchmark);
        json.writeStringProperty("mode", "avgt");
        json.writeNumberProperty("threads", entry.threads);
        json.writeNumberProperty("forks", 0);
        json.writeStringProperty("jdkVersion", System.getProperty("java.version"));
        json.writeStringProperty("vmName", System.getProperty("java.vm.name"));
        json.writeStringProperty("vmVersion", System.getProperty("java.vm.version"));
        json.writeNumberProperty("measurementIterations", entry.times.micros().length);
        json.writeObjectPropertyStart("params");
        new TreeMap<>(entry.params).forEach(json::writeStringProperty);
        json.writeEndObject();
        metric(entry.times);
        json.writeObjectPropertyStart("secondaryMetrics");
        json.writeEndObject();
        json.writeEndObject();
    }

    /** The score is the median; its interval is the middle half of the samples. */
    private void metric(Times times) {
        json.writeObjectPropertyStart("primaryMetric");
        number("score", times.median());
        number("scoreError", (times.quantile(0.75) - times.quantile(0.25)) / 2);
        json.writeArrayPropertyStart("scoreConfidence");
        number(times.quantile(0.25));
        number(times.quantile(0.75));
        json.writeEndArray();
        json.writeObjectPropertyStart("scorePercentiles");
        for (double percentile : PERCENTILES) {
            number(Numbers.fixed(percentile, 1), times.quantile(percentile / 100));
        }
        json.writeEndObject();
        json.writeStringProperty("scoreUnit", "us/op");
        json.writeArrayPropertyStart("rawData");
        json.writeStartArray();
        for (double value : times.micros()) {
            number(value);
        }
        json.writeEndArray();
        json.writeEndArray();
        json.writeEndObject();
    }

    private void number(String name, double value) {
        json.writeName(name);
        number(value);
    }

    private void number(double value) {
        if (Double.isFinite(value)) {
            json.writeNumber(Numbers.exact(value));
        } else {
            json.writeString(Double.isNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity");
        }
    }
}
