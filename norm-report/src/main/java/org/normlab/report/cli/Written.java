package org.normlab.report.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.core.Tensor;
import org.normlab.report.data.NdArray;
import org.normlab.report.data.Npy;
import org.normlab.report.data.SafeTensors;

/** Files that a command is about to write: all places are looked at first, and each file is written whole or not at all. */
final class Written {
    private final Map<Path, Runnable> writers = new LinkedHashMap<>();
    private final Map<String, Object> names = new LinkedHashMap<>();

    /** A tensor as NPY. */
    void add(String role, String place, Tensor tensor) {
        add(role, place, NdArray.of(tensor));
    }

    /** An array as NPY. */
    void add(String role, String place, NdArray array) {
        Path path = Path.of(place);
        add(role, path, () -> Npy.write(path, array));
    }

    /** Named arrays as safetensors. */
    void add(String role, Path path, SafeTensors tensors) {
        add(role, path, () -> tensors.write(path));
    }

    private void add(String role, Path path, Runnable writer) {
        Path folder = Optional.ofNullable(path.toAbsolutePath().getParent()).orElse(path);
        if (!Files.isDirectory(folder) || !Files.isWritable(folder) || Files.isDirectory(path)) {
            throw NormException.about(Kind.OPTION, "apply", role, path)
                    .because("cannot be written", "name a file in a folder that exists and may be written");
        }
        if (writers.put(path.toAbsolutePath().normalize(), writer) != null) {
            throw NormException.about(Kind.OPTION, "apply", role, path)
                    .because("is the place of two results", "give each another name");
        }
        names.put(role, path.toString());
    }

    /** Writes them, and gives their paths by role. */
    Map<String, Object> write() {
        writers.values().forEach(Runnable::run);
        return names;
    }
}
