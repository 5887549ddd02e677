package org.normlab.report.data;

import java.util.ArrayList;
import java.util.List;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;

/** Rows of numbers with a label each, as a comma-separated file holds them. */
final class Table {
    private final Floats values = new Floats();
    private final List<String> labels = new ArrayList<>();

    void add(double value) {
        values.add(value);
    }

    void label(String label) {
        labels.add(label);
    }

    List<String> labels() {
        return labels;
    }

    /** The rows as examples of features. */
    Tensor tensor() {
        float[] all = values.toArray();
        return Tensor.of(Shape.nc(labels.size(), labels.isEmpty() ? 0 : all.length / labels.size()), all);
    }
}
