package org.normlab.report.data;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.List;
import org.normlab.report.text.Sha256;

/**
 * Where a data set comes from, as a report prints it.
 *
 * @param name short name, such as {@code digits}
 * @param source what was read: a bundled set's publication, or the user's path
 * @param sha256 digest of the file as it lies there; of several files, what {@code sha256sum FILES | sha256sum} prints
 * @param licence licence line, or that the user's own is unknown
 */
public record Origin(String name, String source, String sha256, String licence) {
    private static final String USER_LICENCE = "the user's own data";

    /** One file's name without folders and its digest as it lies there. */
    record FileDigest(String file, String sha256) {
        static FileDigest of(Path path) {
            return new FileDigest(String.valueOf(path.getFileName()), digest(path));
        }

        private static String digest(Path path) {
            return Content.guarded(path, () -> {
                MessageDigest digest = Sha256.start();
                try (InputStream stream = new DigestInputStream(Files.newInputStream(path), digest)) {
                    stream.transferTo(OutputStream.nullOutputStream());
                }
                return Sha256.hex(digest);
            });
        }
    }

    /** The user's own files. */
    static Origin ofUser(Path path, List<Path> files) {
        return new Origin(
                path.toString(),
                path.toString(),
                combined(files.stream().map(FileDigest::of).toList()),
                USER_LICENCE);
    }

    static String combined(List<FileDigest> files) {
        if (files.size() == 1) {
            return files.get(0).sha256();
        }
        MessageDigest digest = Sha256.start();
        for (FileDigest each : files) {
            digest.update((each.sha256() + "  " + each.file() + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return Sha256.hex(digest);
    }
}
