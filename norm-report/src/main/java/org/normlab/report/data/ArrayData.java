package org.normlab.report.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;

/**
 * Turns arrays of examples and labels into a data set.
 *
 * @param origin where they come from
 * @param layout the layout the user named, or an empty text
 */
record ArrayData(Origin origin, String layout) {
    /** A data set of one part, or of a training and an official test part. */
    Dataset dataset(List<NdArray> examples, List<NdArray> labels) {
        Dense dense = dense(examples);
        SplitRule rule = examples.size() == 1
                ? SplitRule.REDRAW
                : SplitRule.officialTest(examples.get(0).sizes()[0]);
        return new Dataset(origin, dense, labels(labels), rule);
    }

    private Dense dense(List<NdArray> parts) {
        NdArray first = parts.get(0);
        String word = layout.isEmpty() ? Layouts.of(first, origin.name()) : layout;
        parts.forEach(part -> demandFit(part, first, word));
        int[] sizes = first.sizes();
        sizes[0] = parts.stream().mapToInt(part -> part.sizes()[0]).reduce(0, Math::addExact);
        Tensor tensor = Layouts.channelsFirst(Tensor.of(Shape.of(word, sizes), values(parts)), origin.name());
        boolean pixels = first.type() == NdArray.Type.U8 || (Layouts.isImage(tensor.shape()) && isNonNegative(tensor));
        return new Dense(tensor, pixels ? Dense.Units.PIXELS : Dense.Units.FEATURES);
    }

    private void demandFit(NdArray part, NdArray first, String word) {
        int[] sizes = part.sizes();
        boolean fits = sizes.length == word.length()
                && sizes.length == first.sizes().length
                && Arrays.equals(sizes, 1, sizes.length, first.sizes(), 1, sizes.length);
        if (!fits) {
            throw Refusal.of(
                    origin.name(),
                    "examples",
                    part,
                    "do not fit layout " + word + " and the first part, " + first,
                    "give parts of one shape, and a layout of their rank");
        }
    }

    private float[] values(List<NdArray> parts) {
        int count = parts.stream().mapToInt(NdArray::count).reduce(0, Math::addExact);
        Memory.demand(origin.name(), 4L * count);
        float[] values = new float[count];
        int at = 0;
        for (NdArray part : parts) {
            for (int i = 0; i < part.count(); i++) {
                values[at++] = finite(part.get(i), i);
            }
        }
        return values;
    }

    private static boolean isNonNegative(Tensor tensor) {
        return IntStream.range(0, tensor.shape().count()).allMatch(i -> tensor.get(i) >= 0);
    }

    private float finite(double value, int index) {
        if (!Float.isFinite((float) value)) {
            throw Refusal.of(
                    origin.name(),
                    "examples, element " + index,
                    value,
                    "is not a finite float32",
                    "leave such examples out");
        }
        return (float) value;
    }

    private Labels labels(List<NdArray> parts) {
        List<String> texts = new ArrayList<>();
        for (NdArray part : parts) {
            for (int i = 0; i < part.count(); i++) {
                double value = part.get(i);
                if (value != Math.rint(value) || Math.abs(value) > Labels.MAX_NUMBER) {
                    throw Refusal.of(
                            origin.name(),
                            "labels, element " + i,
                            value,
                            "is not a class number",
                            "give whole numbers up to " + Labels.MAX_NUMBER);
                }
                texts.add(Long.toString((long) value));
            }
        }
        return Labels.ofTexts(texts);
    }
}
