package org.normlab.report.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Data sets of NumPy arrays: examples {@code x} and labels {@code y}, or {@code x_train y_train x_test y_test}. */
final class Npys {
    private static final String NAMES = "x and y, or x_train, y_train, x_test and y_test";

    private Npys() {}

    /** The data set of an archive. */
    static Dataset archive(Path file, String layout) {
        Map<String, NdArray> arrays = Npz.read(file);
        ArrayData data = new ArrayData(Origin.ofUser(file, List.of(file)), layout);
        if (arrays.keySet().containsAll(List.of("x_train", "y_train", "x_test", "y_test"))) {
            return data.dataset(
                    List.of(arrays.get("x_train"), arrays.get("x_test")),
                    List.of(arrays.get("y_train"), arrays.get("y_test")));
        } else if (arrays.keySet().containsAll(List.of("x", "y"))) {
            return data.dataset(List.of(arrays.get("x")), List.of(arrays.get("y")));
        }
        throw Refusal.of(
                file.toString(), "arrays", arrays.keySet(), "lack " + NAMES, "save the arrays under these names");
    }

    /** The data set of one file of examples, whose labels lie beside it: {@code a.npy} and {@code a.labels.npy}. */
    static Dataset pair(Path examples, String layout) {
        Path labels =
                examples.resolveSibling(examples.getFileName().toString().replaceAll("\\.npy$", "") + ".labels.npy");
        if (!Files.exists(labels)) {
            throw Refusal.of(
                    examples.toString(),
                    "labels",
                    labels.getFileName(),
                    "does not lie beside it",
                    "save the labels there, or save x and y in one .npz file");
        }
        return new ArrayData(Origin.ofUser(examples, List.of(examples, labels)), layout)
                .dataset(List.of(Npy.read(examples)), List.of(Npy.read(labels)));
    }
}
