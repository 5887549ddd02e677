package org.normlab.report.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;

/** PNG images in one folder a class; all of one size, grey if the first one is grey, else red, green, blue. */
final class ImageDirectory {
    private ImageDirectory() {}

    /** Whether a folder has folders in it, and so may be one of classes. */
    static boolean matches(Path folder) {
        return !children(folder).stream().filter(Files::isDirectory).toList().isEmpty();
    }

    /** The data set; classes and images in the order of their names, hidden files passed over. */
    static Dataset read(Path folder) {
        List<Path> files = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (Path type : children(folder)) {
            List<Path> images = images(type);
            files.addAll(images);
            images.forEach(image -> labels.add(type.getFileName().toString()));
        }
        if (files.isEmpty()) {
            throw Refusal.of(
                    folder.toString(),
                    "folder",
                    folder.getFileName(),
                    "holds no images",
                    "put PNG files into one folder a class");
        }
        return new Dataset(
                Origin.ofUser(folder, files),
                new Dense(pixels(files), Dense.Units.PIXELS),
                Labels.ofTexts(labels),
                SplitRule.REDRAW);
    }

    private static Tensor pixels(List<Path> files) {
        Png.Size size = Png.size(files.get(0));
        long count = (long) files.size() * size.values();
        if (count > Integer.MAX_VALUE - 8) {
            throw Refusal.of(
                    files.get(0).toString(),
                    "size",
                    size,
                    "is too large for " + files.size() + " images",
                    "make the images smaller");
        }
        Memory.demand(files.get(0).toString(), 4 * count);
        float[] values = new float[(int) count];
        for (int i = 0; i < files.size(); i++) {
            Png.read(files.get(i), size, values, i * size.values());
        }
        return Tensor.of(Shape.nchw(files.size(), size.channels(), size.height(), size.width()), values);
    }

    private static List<Path> images(Path type) {
        if (!Files.isDirectory(type)) {
            throw Refusal.of(
                    type.toString(),
                    "file",
                    type.getFileName(),
                    "stands beside the folders of classes",
                    "put it into the folder of its class or move it away");
        }
        List<Path> files = children(type);
        for (Path file : files) {
            if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
                throw Refusal.of(
                        file.toString(), "file", file.getFileName(), "is no PNG image", "convert it or move it away");
            }
        }
        return files;
    }

    private static List<Path> children(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(child -> !child.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw Refusal.of(
                    folder.toString(), "folder", Refusal.why(e), "stops it from being read", "check its permissions");
        }
    }
}
