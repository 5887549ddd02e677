package org.normlab.report.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.normlab.core.NormException;

/** Finds out what a user's file or folder is, by its first bytes where they tell, else by its name. */
final class UserFiles {
    private static final String KINDS =
            "IDX, CSV, NPY, NPZ, CIFAR binary, or a folder of PNG images in one folder a class";

    private UserFiles() {}

    /** Reads a file or folder of any known kind. */
    static Dataset read(Path path, String layout) {
        return Files.isDirectory(path) ? folder(path, layout) : file(path, layout);
    }

    private static Dataset folder(Path folder, String layout) {
        return Idx.folder(folder, layout).or(() -> Cifar.folder(folder)).orElseGet(() -> {
            if (ImageDirectory.matches(folder)) {
                return ImageDirectory.read(folder);
            }
            throw unknown(folder);
        });
    }

    private static Dataset file(Path file, String layout) {
        byte[] start = Content.read(file, UserFiles::start);
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (startsWith(start, 0x93, 'N', 'U', 'M')) {
            return Npys.pair(file, layout);
        } else if (startsWith(start, 'P', 'K')) {
            return Npys.archive(file, layout);
        } else if (name.endsWith(".bin")) {
            return Cifar.file(file);
        } else if (startsWith(start, 0, 0)) {
            return Idx.pair(file, layout);
        } else if (name.matches(".*\\.(csv|txt)(\\.gz)?")) {
            return table(file);
        }
        throw unknown(file);
    }

    private static Dataset table(Path file) {
        Table table = Content.read(file, Csv::read);
        return new Dataset(
                Origin.ofUser(file, List.of(file)),
                new Dense(table.tensor(), Dense.Units.FEATURES),
                Labels.ofTexts(table.labels()),
                SplitRule.REDRAW);
    }

    private static byte[] start(Content content) throws IOException {
        return content.rest().readNBytes(4);
    }

    private static boolean startsWith(byte[] start, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (start.length <= i || (start[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static NormException unknown(Path path) {
        return Refusal.of(path.toString(), "kind", path.getFileName(), "is of no known kind", "give " + KINDS);
    }
}
