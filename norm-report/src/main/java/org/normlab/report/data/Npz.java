package org.normlab.report.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.normlab.core.NormException;

/**
 * NumPy's NPZ files: a zip archive of NPY files.
 *
 * <p>At most 10 000 entries, each as {@link Npy} reads them, none that inflates beyond 200 to 1 after its first MiB; the
 * archive's index must list what the archive holds. Nothing is ever unpacked to disk. Written: stored, sorted by name,
 * without dates, so that equal arrays give equal bytes.
 */
public final class Npz {
    private static final int MAX_ENTRIES = 10_000;
    private static final String SUFFIX = ".npy";

    private Npz() {}

    /**
     * Reads all arrays of an archive.
     *
     * @param file its path
     * @return the arrays by name, in the order of the archive
     * @throws NormException OPTION, naming file, entry, value and mend, if one cannot be read
     */
    public static Map<String, NdArray> read(Path file) {
        return Content.guarded(file, () -> {
            int listed = listed(file);
            Map<String, NdArray> arrays = new LinkedHashMap<>();
            try (InputStream stream = Files.newInputStream(file)) {
                CountingStream packed = new CountingStream(new BufferedInputStream(stream));
                ZipInputStream zip = new ZipInputStream(packed);
                for (ZipEntry entry = next(zip); entry != null; entry = next(zip)) {
                    add(arrays, file + "!" + entry.getName(), entry, new InflationGuard(zip, packed));
                }
            }
            if (arrays.size() != listed) {
                throw Refusal.of(
                        file.toString(),
                        "zip index",
                        listed + " entries",
                        "are not the " + arrays.size() + " that the archive holds",
                        "save it again with NumPy's savez");
            }
            return arrays;
        });
    }

    private static @Nullable ZipEntry next(ZipInputStream zip) throws IOException {
        try {
            return zip.getNextEntry();
        } catch (IllegalArgumentException e) {
            throw new ZipException("entry name");
        }
    }

    private static int listed(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MAX_ENTRIES) {
                throw Refusal.of(
                        file.toString(),
                        "zip index",
                        zip.size() + " entries",
                        "are more than " + MAX_ENTRIES,
                        "save fewer arrays");
            }
            return zip.size();
        }
    }

    private static void add(Map<String, NdArray> arrays, String place, ZipEntry entry, InputStream stream)
            throws IOException {
        String name = entry.getName();
        if (!name.endsWith(SUFFIX) || name.length() > 255 || name.matches("(?s).*[/\\\\:\\p{Cntrl}\\p{Cf}].*")) {
            throw Refusal.of(
                    place, "entry", name, "is not the plain name of an .npy file", "save it with NumPy's savez");
        }
        NdArray array = Content.parse(place, stream, Npy::read);
        if (arrays.put(name.substring(0, name.length() - SUFFIX.length()), array) != null) {
            throw Refusal.of(place, "entry", name, "comes twice", "save it with NumPy's savez");
        }
    }

    /**
     * Writes arrays to an archive, whole or not at all.
     *
     * @param file the target
     * @param arrays the arrays by name; not modified
     * @throws NormException OPTION if it cannot be written there
     */
    public static void write(Path file, Map<String, NdArray> arrays) {
        Output.write(file, stream -> {
            ZipOutputStream zip = new ZipOutputStream(stream);
            for (Map.Entry<String, NdArray> each : new TreeMap<>(arrays).entrySet()) {
                zip.putNextEntry(entry(each.getKey()));
                Npy.write(zip, each.getValue());
                zip.closeEntry();
            }
            zip.finish();
        });
    }

    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name + SUFFIX);
        entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
        return entry;
    }
}
