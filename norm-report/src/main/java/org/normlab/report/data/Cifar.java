package org.normlab.report.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;

/** CIFAR's binary files: a class byte (CIFAR-100: two, coarse and fine), then 3x32x32 bytes; A. Krizhevsky (2009). */
final class Cifar {
    private static final int PIXELS = 3 * 32 * 32;
    private static final int COARSE_FINE = 2;

    private final Floats pixels = new Floats();
    private final List<String> labels = new ArrayList<>();

    private Cifar() {}

    /** The data set of a folder of CIFAR-10 or CIFAR-100, if it is one. */
    static Optional<Dataset> folder(Path folder) {
        List<Path> ten = existing(folder, IntStream.rangeClosed(1, 5).mapToObj(i -> "data_batch_" + i + ".bin"));
        List<Path> train = ten.isEmpty() ? existing(folder, Stream.of("train.bin")) : ten;
        List<Path> test = existing(folder, Stream.of(ten.isEmpty() ? "test.bin" : "test_batch.bin"));
        return train.isEmpty() ? Optional.empty() : Optional.of(read(folder, train, test));
    }

    /** The data set of one file. */
    static Dataset file(Path file) {
        return read(file, List.of(file), List.of());
    }

    private static List<Path> existing(Path folder, Stream<String> names) {
        return names.map(folder::resolve).filter(Files::isRegularFile).toList();
    }

    private static Dataset read(Path path, List<Path> train, List<Path> test) {
        Cifar cifar = new Cifar();
        train.forEach(file -> cifar.add(file, labelBytes(file)));
        int firstTest = cifar.labels.size();
        test.forEach(file -> cifar.add(file, labelBytes(file)));
        Tensor images = Tensor.of(Shape.nchw(cifar.labels.size(), 3, 32, 32), cifar.pixels.toArray());
        return new Dataset(
                Origin.ofUser(path, Stream.concat(train.stream(), test.stream()).toList()),
                new Dense(images, Dense.Units.PIXELS),
                Labels.ofTexts(cifar.labels),
                test.isEmpty() ? SplitRule.REDRAW : SplitRule.officialTest(firstTest));
    }

    private static int labelBytes(Path file) {
        long size = Content.guarded(file, () -> Files.size(file));
        if (size == 0 || (size % (PIXELS + 1) != 0 && size % (PIXELS + COARSE_FINE) != 0)) {
            throw Refusal.of(
                    file.toString(),
                    "size",
                    size + " bytes",
                    "is no multiple of 3073 (CIFAR-10) or 3074 (CIFAR-100)",
                    "fetch the binary version again");
        }
        return size % (PIXELS + 1) == 0 ? 1 : COARSE_FINE;
    }

    private void add(Path file, int labelBytes) {
        Content.read(file, content -> {
            long count = Files.size(file) / (PIXELS + labelBytes);
            Memory.demand(content.name(), 4L * PIXELS * (count + labels.size()));
            for (long i = 0; i < count; i++) {
                addRecord(content, labelBytes);
            }
            content.end();
            return count;
        });
    }

    private void addRecord(Content content, int labelBytes) throws IOException {
        byte[] bytes = content.exactly(labelBytes + PIXELS);
        labels.add(Integer.toString(bytes[labelBytes - 1] & 0xff));
        for (int i = labelBytes; i < bytes.length; i++) {
            pixels.add(bytes[i] & 0xff);
        }
    }
}
