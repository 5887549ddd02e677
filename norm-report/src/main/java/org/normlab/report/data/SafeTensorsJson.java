package org.normlab.report.data;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.normlab.core.NormException;
import org.normlab.report.data.SafeTensorsHeader.Entry;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** Reads and writes the JSON text at the start of a safetensors file. */
final class SafeTensorsJson {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final String FIX = "save the file with safetensors";
    private static final int MAX_NAME = 1000;

    private final JsonParser json;
    private final Content content;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, String> metadata = new LinkedHashMap<>();

    private SafeTensorsJson(JsonParser json, Content content) {
        this.json = json;
        this.content = content;
    }

    /** Parses the header. */
    static SafeTensorsHeader parse(byte[] header, Content content) throws IOException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(header))
                .toString();
        if (!text.startsWith("{")) {
            throw content.refuse("header", "does not begin with a brace", FIX);
        }
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
            return new SafeTensorsJson(json, content).header();
        } catch (JacksonException e) {
            throw content.refuse(e.getOriginalMessage(), "spoils the header", FIX);
        }
    }

    private SafeTensorsHeader header() {
        json.nextToken();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            if (name.equals(SafeTensorsHeader.METADATA)) {
                metadata();
            } else {
                entries.add(entry(named(name)));
            }
        }
        if (json.nextToken() != null) {
            throw refuse("text after the last brace");
        }
        return new SafeTensorsHeader(entries, metadata);
    }

    private void metadata() {
        demand(JsonToken.START_OBJECT);
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = json.currentName();
            json.nextToken();
            demand(JsonToken.VALUE_STRING);
            metadata.put(key, json.getString());
        }
    }

    private String named(String name) {
        boolean plain = StandardCharsets.UTF_8.newEncoder().canEncode(name)
                && name.codePoints().noneMatch(Character::isISOControl);
        if (name.isEmpty() || name.length() > MAX_NAME || !plain) {
            throw refuse("name \"" + name + "\"");
        }
        return name;
    }

    private Entry entry(String name) {
        demand(JsonToken.START_OBJECT);
        String dtype = "";
        long[] shape = {};
        long[] offsets = {};
        int keys = 0;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = json.currentName();
            json.nextToken();
            keys++;
            switch (key) {
                case "dtype" -> dtype = text();
                case "shape" -> shape = integers();
                case "data_offsets" -> offsets = integers();
                default -> throw refuse("key \"" + key + "\"");
            }
        }
        if (keys < 3 || offsets.length != 2) {
            throw refuse("array \"" + name + "\" without dtype, shape or two data_offsets");
        }
        return entry(name, type(dtype), shape, offsets);
    }

    private Entry entry(String name, NdArray.Type type, long[] shape, long[] offsets) {
        int[] sizes = Arrays.stream(shape)
                .mapToInt(size -> (int) Math.min(size, Integer.MAX_VALUE))
                .toArray();
        OptionalInt bytes = ArraySize.bytes(sizes, type);
        if (bytes.isEmpty() || offsets[1] - offsets[0] != bytes.getAsInt()) {
            throw content.refuse(
                    "\"" + name + "\" of shape " + Arrays.toString(shape),
                    "does not fit data_offsets " + Arrays.toString(offsets),
                    FIX);
        }
        return new Entry(name, type, sizes, offsets[0], offsets[1]);
    }

    private NdArray.Type type(String dtype) {
        return Arrays.stream(NdArray.Type.values())
                .filter(type -> type.name().equals(dtype))
                .findFirst()
                .orElseThrow(
                        () -> content.refuse("dtype " + dtype, "is not supported", "convert it to F32, F64 or I64"));
    }

    private String text() {
        demand(JsonToken.VALUE_STRING);
        return json.getString();
    }

    private long[] integers() {
        demand(JsonToken.START_ARRAY);
        List<Long> values = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (!json.getString().matches("[0-9]{1,18}") || values.size() == ArraySize.MAX_RANK) {
                throw refuse(json.getString());
            }
            values.add(json.getLongValue());
        }
        return values.stream().mapToLong(Long::longValue).toArray();
    }

    private void demand(JsonToken token) {
        if (json.currentToken() != token) {
            throw refuse(String.valueOf(json.getString()));
        }
    }

    private NormException refuse(String value) {
        return content.refuse(value, "is not what a safetensors header may have here", FIX);
    }

    /** The header for arrays in this order, padded so that the data start at a multiple of 8. */
    static byte[] text(List<Map.Entry<String, NdArray>> arrays, Map<String, String> metadata) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            if (!metadata.isEmpty()) {
                json.writeObjectPropertyStart(SafeTensorsHeader.METADATA);
                metadata.forEach(json::writeStringProperty);
                json.writeEndObject();
            }
            long at = 0;
            for (Map.Entry<String, NdArray> each : arrays) {
                at = write(json, each.getKey(), each.getValue(), at);
            }
            json.writeEndObject();
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        byte[] padded = Arrays.copyOf(bytes, (bytes.length + 7) / 8 * 8);
        Arrays.fill(padded, bytes.length, padded.length, (byte) ' ');
        return padded;
    }

    private static long write(JsonGenerator json, String name, NdArray array, long begin) {
        long end = begin + (long) array.count() * array.type().bytes();
        int[] sizes = array.sizes();
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("dtype", array.type().name());
        json.writeName("shape");
        json.writeArray(sizes, 0, sizes.length);
        json.writeName("data_offsets");
        json.writeArray(new long[] {begin, end}, 0, 2);
        json.writeEndObject();
        return end;
    }
}
