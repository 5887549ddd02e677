package org.normlab.report.net.recurrent;

import org.normlab.core.Tensor;

/** Loops over tensors and arrays. */
final class Fill {
    private Fill() {}

    /** All elements become 0. */
    static void zero(Tensor tensor) {
        for (int i = 0, count = tensor.shape().count(); i < count; i++) {
            tensor.set(i, 0);
        }
    }

    /** The elements of {@code target} from {@code to} on += those of {@code source} from {@code from} on. */
    static void add(Tensor source, int from, Tensor target, int to, int count) {
        for (int i = 0; i < count; i++) {
            target.set(to + i, target.get(to + i) + source.get(from + i));
        }
    }

    /** The elements of {@code target} from {@code to} on become those of {@code source} from {@code from} on. */
    static void copy(Tensor source, int from, Tensor target, int to, int count) {
        for (int i = 0; i < count; i++) {
            target.set(to + i, source.get(from + i));
        }
    }

    /** All elements become those of the array. */
    static void set(Tensor target, double[] source) {
        for (int i = 0, count = target.shape().count(); i < count; i++) {
            target.set(i, source[i]);
        }
    }

    /** The array takes all elements. */
    static void get(Tensor source, double[] target) {
        for (int i = 0, count = source.shape().count(); i < count; i++) {
            target[i] = source.get(i);
        }
    }

    /** Overwrites a matrix with the transpose of another. */
    static void transpose(Tensor source, Tensor target) {
        int rows = source.shape().size(0);
        int columns = source.shape().size(1);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                target.set(j * rows + i, source.get(i * columns + j));
            }
        }
    }
}
