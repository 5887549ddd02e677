package org.normlab.report.data;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.normlab.core.NormException;

/**
 * Named arrays in one safetensors file, with texts beside them.
 *
 * <p>Stricter than the reference: the header has at most 16 MiB and begins with a brace, no name comes twice, and the
 * arrays fill the file from the end of the header to the end of the file without hole, overlap or rest. Written: widest
 * type first, then by name, as the reference does, so that equal arrays give equal bytes.
 *
 * @param arrays the arrays by name, unmodifiable
 * @param metadata the texts by name, unmodifiable
 */
public record SafeTensors(Map<String, NdArray> arrays, Map<String, String> metadata) {
    private static final int MAX_HEADER = 16 << 20;

    /**
     * Named arrays and texts.
     *
     * @param arrays the arrays by name; copied
     * @param metadata the texts by name; copied
     */
    public SafeTensors {
        arrays = Collections.unmodifiableMap(new LinkedHashMap<>(arrays));
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /**
     * Reads a file.
     *
     * @param file its path
     * @return the arrays in the order of the file
     * @throws NormException OPTION, naming file, place, value and mend, if it is no such file
     */
    public static SafeTensors read(Path file) {
        return Content.read(file, SafeTensors::read);
    }

    private static SafeTensors read(Content content) throws IOException {
        ByteBuffer field = ByteBuffer.wrap(content.exactly(8)).order(ByteOrder.LITTLE_ENDIAN);
        long length = field.getLong(0);
        if (length < 2 || length > MAX_HEADER) {
            long swapped = Long.reverseBytes(length);
            String hint = swapped >= 2 && swapped <= MAX_HEADER ? " (it looks big-endian)" : "";
            throw content.refuse(
                    "header length " + Long.toUnsignedString(length),
                    "is not between 2 and " + MAX_HEADER + hint,
                    "save the file with safetensors");
        }
        SafeTensorsHeader header = SafeTensorsJson.parse(content.exactly((int) length), content);
        Map<String, NdArray> arrays = new LinkedHashMap<>();
        for (SafeTensorsHeader.Entry entry : header.inFileOrder(content)) {
            arrays.put(entry.name(), entry.array(content.exactly((int) (entry.end() - entry.begin()))));
        }
        content.end();
        return new SafeTensors(arrays, header.metadata());
    }

    /**
     * Writes a file whole or not at all: beside the target, forced to disk, then renamed over it.
     *
     * @param file the target
     * @throws NormException OPTION if it cannot be written there or a name cannot be read back
     */
    public void write(Path file) {
        Output.write(file, this::write);
    }

    private void write(OutputStream stream) throws IOException {
        List<Map.Entry<String, NdArray>> ordered = arrays.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, NdArray> e) ->
                                -e.getValue().type().bytes())
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
        byte[] header = SafeTensorsJson.text(ordered, metadata);
        stream.write(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(0, header.length)
                .array());
        stream.write(header);
        for (Map.Entry<String, NdArray> each : ordered) {
            stream.write(each.getValue().littleEndian().array());
        }
    }
}
