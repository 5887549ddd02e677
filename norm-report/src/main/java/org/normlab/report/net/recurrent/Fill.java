package org.normlab.report.net.recurrent;

import org.normlab.core.Tensor;
import org.normlab.report.net.Matrix;

/** Loops over matrices with dense rows, tensors and arrays. */
final class Fill {
    private Fill() {}

    /** All elements become 0. */
    static void zero(Tensor tensor) {
        for (int i = 0, count = tensor.shape().count(); i < count; i++) {
            tensor.set(i, 0);
        }
    }

    /** The elements of {@code target} from {@code to} on += those of {@code source} from {@code from} on. */
    static void add(Matrix source, int from, Matrix target, int to, int count) {
        if (source.tensor().isFloat32()) {
            float[] x = source.floats();
            float[] y = target.floats();
            for (int i = 0; i < count; i++) {
                y[to + i] += x[from + i];
            }
            return;
        }
        for (int i = 0; i < count; i++) {
            target.tensor()
                    .set(to + i, target.tensor().get(to + i) + source.tensor().get(from + i));
        }
    }

    /** The elements of {@code target} from {@code to} on become those of {@code source} from {@code from} on. */
    static void copy(Matrix source, int from, Matrix target, int to, int count) {
        if (source.tensor().isFloat32()) {
            System.arraycopy(source.floats(), from, target.floats(), to, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            target.tensor().set(to + i, source.tensor().get(from + i));
        }
    }

    /** The first elements of the array become those of {@code source} from {@code from} on. */
    static void get(Matrix source, int from, double[] target, int count) {
        if (source.tensor().isFloat32()) {
            float[] floats = source.floats();
            for (int i = 0; i < count; i++) {
                target[i] = floats[from + i];
            }
            return;
        }
        for (int i = 0; i < count; i++) {
            target[i] = source.tensor().get(from + i);
        }
    }

    /** The elements of {@code target} from {@code to} on become the first ones of the array. */
    static void set(Matrix target, int to, double[] source, int count) {
        if (target.tensor().isFloat32()) {
            float[] floats = target.floats();
            for (int i = 0; i < count; i++) {
                floats[to + i] = (float) source[i];
            }
            return;
        }
        for (int i = 0; i < count; i++) {
            target.tensor().set(to + i, source[i]);
        }
    }

    /** Each row of the array becomes the tensor. */
    static void repeat(Tensor row, double[] target, int count) {
        int width = row.shape().count();
        for (int from = 0; from < count; from += width) {
            for (int j = 0; j < width; j++) {
                target[from + j] = row.get(j);
            }
        }
    }

    /** Each row of the array += the tensor. */
    static void addRepeated(Tensor row, double[] target, int count) {
        int width = row.shape().count();
        for (int from = 0; from < count; from += width) {
            for (int j = 0; j < width; j++) {
                target[from + j] += row.get(j);
            }
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
