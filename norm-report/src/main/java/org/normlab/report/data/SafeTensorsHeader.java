package org.normlab.report.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What the header of a safetensors file says.
 *
 * @param entries type, sizes and place of each array
 * @param metadata texts by name
 */
record SafeTensorsHeader(List<Entry> entries, Map<String, String> metadata) {
    static final String METADATA = "__metadata__";

    /** Name, type, sizes and place of one array; the place counts from the end of the header. */
    record Entry(String name, NdArray.Type type, int[] sizes, long begin, long end) {
        NdArray array(byte[] bytes) {
            return new NdArray(type, sizes, ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
        }
    }

    /** The entries by place, found to follow each other without hole and overlap. */
    List<Entry> inFileOrder(Content content) {
        List<Entry> ordered = entries.stream()
                .sorted(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end))
                .toList();
        long at = 0;
        for (Entry entry : ordered) {
            if (entry.begin() != at) {
                String problem = entry.begin() < at ? "overlaps what ends at " : "leaves a hole after what ends at ";
                throw content.refuse(
                        "\"" + entry.name() + "\" at " + entry.begin(), problem + at, "save the file with safetensors");
            }
            at = entry.end();
        }
        return ordered;
    }
}
