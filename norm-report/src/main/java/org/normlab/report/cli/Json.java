package org.normlab.report.cli;

import java.io.StringWriter;
import java.util.Map;
import org.normlab.report.text.Numbers;
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
