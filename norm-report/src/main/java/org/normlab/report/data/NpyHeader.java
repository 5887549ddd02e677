package org.normlab.report.data;

import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the text at the start of an NPY file says.
 *
 * @param type the type of the numbers
 * @param order their byte order
 * @param columnMajor whether the first axis runs fastest
 * @param sizes one size an axis; not to be modified
 */
record NpyHeader(NdArray.Type type, ByteOrder order, boolean columnMajor, int[] sizes) {
    private static final Pattern ENTRY = Pattern.compile("\\s*+'(?:(descr)'\\s*+:\\s*+'([^']{0,20})'"
            + "|(fortran_order)'\\s*+:\\s*+(True|False)"
            + "|(shape)'\\s*+:\\s*+(\\((?:|(?:[0-9]{1,19},\\s*+)++(?:[0-9]{1,19})?+)\\)))\\s*+(?:,|(?=\\}))");
    private static final String FIX = "save a plain array of numbers with NumPy's save";

    /** Parses a dictionary such as <code>{'descr': '&lt;f4', 'fortran_order': False, 'shape': (3, 4), }</code>. */
    static NpyHeader parse(String text, Content content) {
        Map<String, String> entries = new HashMap<>();
        Matcher entry = ENTRY.matcher(text);
        int at = text.startsWith("{") ? 1 : 0;
        while (at > 0 && entry.region(at, text.length()).lookingAt()) {
            int key = IntStream.of(1, 3, 5)
                    .filter(g -> entry.group(g) != null)
                    .findFirst()
                    .orElseThrow();
            if (entries.put(entry.group(key), entry.group(key + 1)) != null) {
                throw content.refuse("key " + entry.group(key), "comes twice", FIX);
            }
            at = entry.end();
        }
        if (!text.substring(at).strip().equals("}")) {
            throw content.refuse(text.substring(at).strip(), "is no entry that an NPY header may have here", FIX);
        }
        return of(entries, content);
    }

    private static NpyHeader of(Map<String, String> entries, Content content) {
        String descr = required("descr", entries, content);
        NdArray.Type type = Arrays.stream(NdArray.Type.values())
                .filter(each -> descr.matches((each.bytes() == 1 ? "[|<>]" : "[<>]") + each.code()))
                .findFirst()
                .orElseThrow(() -> content.refuse(
                        "type " + descr,
                        "is not supported",
                        "save f4, f8, i1 to i8, u1 to u8 or b1, little- or big-endian"));
        ByteOrder order = descr.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        return new NpyHeader(
                type,
                order,
                required("fortran_order", entries, content).equals("True"),
                sizes(required("shape", entries, content), type, content));
    }

    private static String required(String key, Map<String, String> entries, Content content) {
        String value = entries.get(key);
        if (value == null) {
            throw content.refuse("key " + key, "is missing", FIX);
        }
        return value;
    }

    private static int[] sizes(String shape, NdArray.Type type, Content content) {
        long[] sizes = Pattern.compile("[0-9]+")
                .matcher(shape)
                .results()
                .mapToLong(size -> size.group().length() > 10 ? Long.MAX_VALUE : Long.parseLong(size.group()))
                .toArray();
        int[] fitting = Arrays.stream(sizes)
                .mapToInt(size -> (int) Math.min(size, Integer.MAX_VALUE))
                .toArray();
        boolean cut = Arrays.stream(sizes).anyMatch(size -> size > Integer.MAX_VALUE);
        if (cut || ArraySize.bytes(fitting, type).isEmpty()) {
            throw content.refuse(
                    "shape " + shape,
                    "is more than one Java array can hold",
                    "save it in parts of up to 2 GiB and rank 32");
        }
        return fitting;
    }

    /** The text for an array, as NumPy writes it. */
    static String text(NdArray array) {
        String shape = Arrays.stream(array.sizes()).mapToObj(size -> size + ",").collect(Collectors.joining(" "));
        String tuple = array.sizes().length == 1 ? shape : shape.replaceAll(",$", "");
        String order = array.type().bytes() == 1 ? "|" : "<";
        return "{'descr': '" + order + array.type().code() + "', 'fortran_order': False, 'shape': (" + tuple + "), }";
    }
}
