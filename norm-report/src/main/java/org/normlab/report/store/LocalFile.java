package org.normlab.report.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/** What the file of a store must be: on a local disk, where locks work, and no folder. */
final class LocalFile {
    private static final Pattern NETWORK = Pattern.compile("(nfs|cifs|smb|9p|afs|ceph|gluster|lustre|fuse\\.).*");

    private LocalFile() {}

    static void check(Path file) {
        if (Files.isDirectory(file)) {
            throw Faults.place(file.toString(), "is a folder", "name a file in it");
        }
        if (Files.isSymbolicLink(file)) {
            throw Faults.place(file.toString(), "is a link to nothing", "name the file itself");
        }
        try {
            Path folder = file.getParent();
            Files.createDirectories(folder);
            checkType(file, Files.getFileStore(folder).type());
        } catch (IOException e) {
            throw Faults.unusable(
                    file.toString(), "has no folder: " + e.getMessage(), "name a folder that can be written");
        }
    }

    static void checkType(Path file, String type) {
        if (NETWORK.matcher(type.toLowerCase(Locale.ROOT)).matches()) {
            throw Faults.place(
                    file.toString(),
                    "lies on a network file system (" + type + ")",
                    "use a local disk, or jdbc:postgresql:");
        }
    }

    static boolean isThere(Path file) {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw Faults.place(file.toString(), "is no file", "name the file of a store");
        }
        return Files.exists(file);
    }

    /** How much room is left, in words. */
    static String free(Path file) {
        try {
            return " (" + (Files.getFileStore(file).getUsableSpace() >> 10) + " KiB free)";
        } catch (IOException e) {
            return "";
        }
    }
}
