package org.normlab.report.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** IDX files, the format of MNIST: two zeros, a type, a rank, big-endian sizes, then the numbers; gzipped or not. */
final class Idx {
    /** The four files of a set: training images and labels, test images and labels. */
    static final List<String> NAMES = List.of(
            "train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte");

    private static final Map<Integer, NdArray.Type> TYPES = Map.of(
            0x08,
            NdArray.Type.U8,
            0x09,
            NdArray.Type.I8,
            0x0b,
            NdArray.Type.I16,
            0x0c,
            NdArray.Type.I32,
            0x0d,
            NdArray.Type.F32,
            0x0e,
            NdArray.Type.F64);

    private Idx() {}

    /** Reads one array that ends with its content. */
    static NdArray read(Content content) throws IOException {
        byte[] magic = content.exactly(4);
        NdArray.Type type = TYPES.get((int) magic[2]);
        if (magic[0] != 0 || magic[1] != 0 || type == null || magic[3] < 1 || magic[3] > ArraySize.MAX_RANK) {
            throw content.refuse(
                    "magic " + ByteBuffer.wrap(magic).getInt(),
                    "is not that of an IDX file",
                    "give a file such as train-images-idx3-ubyte (2051) or train-labels-idx1-ubyte (2049)");
        }
        int[] sizes = new int[magic[3]];
        ByteBuffer.wrap(content.exactly(4 * sizes.length)).asIntBuffer().get(sizes);
        int bytes = ArraySize.bytes(sizes, type)
                .orElseThrow(() -> content.refuse(
                        Arrays.toString(sizes),
                        "are sizes that no file here can have",
                        "check that the file is whole"));
        byte[] data = content.exactly(bytes);
        content.end();
        return new NdArray(type, sizes, ByteBuffer.wrap(data).order(ByteOrder.BIG_ENDIAN));
    }

    /** The data set of a folder in MNIST's naming, with its test part where there is one. */
    static Optional<Dataset> folder(Path folder, String layout) {
        List<Path> files = NAMES.stream()
                .map(name -> file(folder, name))
                .flatMap(Optional::stream)
                .toList();
        if (files.size() != 2 && files.size() != 4) {
            return Optional.empty();
        }
        return Optional.of(of(Origin.ofUser(folder, files), files, layout));
    }

    /** The data set of images and labels, in turn. */
    static Dataset of(Origin origin, List<Path> files, String layout) {
        List<NdArray> images = new ArrayList<>();
        List<NdArray> labels = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            (i % 2 == 0 ? images : labels).add(Content.read(files.get(i), Idx::read));
        }
        return new ArrayData(origin, layout).dataset(images, labels);
    }

    /** The data set of one file of images, whose labels lie beside it. */
    static Dataset pair(Path images, String layout) {
        String name = String.valueOf(images.getFileName());
        Path labels = images.resolveSibling(name.replace("images", "labels").replace("idx3", "idx1"));
        if (labels.equals(images) || !Files.exists(labels)) {
            throw Refusal.of(
                    images.toString(),
                    "labels",
                    labels.getFileName(),
                    "is not a file of labels beside the images",
                    "name the files like train-images-idx3-ubyte and train-labels-idx1-ubyte");
        }
        return of(Origin.ofUser(images, List.of(images, labels)), List.of(images, labels), layout);
    }

    /** A file of a name such as {@code train-images-idx3-ubyte}, in either naming, gzipped or not. */
    static Optional<Path> file(Path folder, String name) {
        return Stream.of(name, name.replace("-idx", ".idx"))
                .flatMap(each -> Stream.of(each, each + ".gz"))
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
