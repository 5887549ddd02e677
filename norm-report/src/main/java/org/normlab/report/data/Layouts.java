package org.normlab.report.data;

import java.util.Set;
import java.util.stream.IntStream;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;

/** Which axis of a file's array means what, and the way to this package's own order. */
final class Layouts {
    private static final Set<String> WORDS = Set.of("NC", "NHW", "NCHW", "NHWC", "NTC", "NCT");
    private static final Set<Integer> COLOURS = Set.of(1, 3);
    private static final String FIX = "name the layout after the path, such as :NCHW, :NHWC or :NTC";

    private Layouts() {}

    /** Whether a word is a layout that files may have. */
    static boolean isWord(String word) {
        return WORDS.contains(word);
    }

    /** The layout of an array whose user named none; only what has no second meaning is taken. */
    static String of(NdArray array, String name) {
        int[] sizes = array.sizes();
        boolean bytes = array.type() == NdArray.Type.U8;
        if (sizes.length == 2) {
            return "NC";
        } else if (sizes.length == 3 && bytes) {
            return "NHW";
        } else if (sizes.length == 4 && COLOURS.contains(sizes[1]) != COLOURS.contains(sizes[3])) {
            return COLOURS.contains(sizes[1]) ? "NCHW" : "NHWC";
        }
        throw Refusal.of(name, "examples", array, "have more than one meaning", FIX);
    }

    static boolean isImage(Shape shape) {
        return shape.layout().equals("NCHW");
    }

    /** The same examples as {@code NC}, {@code NCHW} or {@code NTC}. */
    static Tensor channelsFirst(Tensor tensor, String name) {
        Shape from = tensor.shape();
        return switch (from.layout()) {
            case "NC", "NCHW", "NTC" -> tensor;
            case "NHW" -> tensor.as(Shape.nchw(from.examples(), 1, from.size('H'), from.size('W')));
            case "NHWC" ->
                swapped(tensor, Shape.nchw(from.examples(), from.channels(), from.size('H'), from.size('W')));
            case "NCT" -> swapped(tensor, Shape.ntc(from.examples(), from.size('T'), from.channels()));
            default -> throw Refusal.of(name, "layout", from.layout(), "is not one of " + WORDS, FIX);
        };
    }

    /** Swaps the channel axis with the block of all others behind the examples. */
    private static Tensor swapped(Tensor tensor, Shape to) {
        Shape from = tensor.shape();
        int columns = from.size(from.rank() - 1);
        int size = from.stride('N');
        int channels = from.layout().equals("NCT") ? from.size('T') : columns;
        int rows = size / Math.max(1, channels);
        float[] values = new float[from.count()];
        IntStream.range(0, values.length).forEach(i -> {
            int within = i % size;
            int source = i - within + within % rows * channels + within / rows;
            values[i] = (float) tensor.get(source);
        });
        return Tensor.of(to, values);
    }
}
