package org.normlab.report.cli;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.normlab.report.text.Cell;
import org.normlab.report.text.Numbers;
import org.normlab.report.text.Table;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes maps, lists, texts, numbers and truths as one line of JSON; what is not finite becomes a text. */
final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    static String text(Object value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            write(json, value);
        }
        return text.toString();
    }

    /** The rows of a table, each a map from column to number or text. */
    static List<Map<String, Object>> rows(Table table) {
        return table.rows().stream().map(row -> row(table.header(), row)).toList();
    }

    private static Map<String, Object> row(List<String> header, List<Cell> row) {
        Map<String, Object> entry = new LinkedHashMap<>();
        for (int column = 0; column < row.size(); column++) {
            entry.put(header.get(column), value(row.get(column)));
        }
        return entry;
    }

    private static Object value(Cell cell) {
        if (cell instanceof Cell.Whole whole) {
            return whole.value();
        }
        return cell instanceof Cell.Real real ? (Object) real.value() : cell.shown();
    }

    private static void write(JsonGenerator json, Object value) {
        if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            map.forEach((key, entry) -> {
                json.writeName(String.valueOf(key));
                write(json, entry);
            });
            json.writeEndObject();
        } else if (value instanceof Iterable<?> list) {
            json.writeStartArray();
            list.forEach(entry -> write(json, entry));
            json.writeEndArray();
        } else if (value instanceof Double number) {
            write(json, number.doubleValue());
        } else if (value instanceof Number number) {
            json.writeNumber(number.longValue());
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else {
            json.writeString(String.valueOf(value));
        }
    }

    private static void write(JsonGenerator json, double number) {
        String text = Numbers.exact(number);
        if (Double.isFinite(number)) {
            json.writeNumber(text);
        } else {
            json.writeString(text);
        }
    }
}
