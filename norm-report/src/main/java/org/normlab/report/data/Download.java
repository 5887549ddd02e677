package org.normlab.report.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.normlab.core.NormException;
import org.normlab.report.data.Origin.FileDigest;
import org.normlab.report.text.Sha256;

/**
 * Brings the files of a set into its folder: each is fetched beside its place, checked, then renamed, so that what lies
 * under a file's name is always the published content. A fetch that breaks off goes on where it stopped.
 *
 * @param files the unzipped files and their digests
 * @param folder where they go
 * @param otherWay what to do when it fails
 * @param patience how long a server may be silent, before or within its answer
 */
record Download(List<FileDigest> files, Path folder, String otherWay, Duration patience) {
    private static final long MAX_BYTES = 1L << 28;
    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int RANGE_PAST_END = 416;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    Download(List<FileDigest> files, Path folder, String otherWay) {
        this(files, folder, otherWay, PATIENCE);
    }

    /** Fetches what is missing; the addresses are those of folders of gzipped files, tried in turn. */
    void get(List<URI> addresses) {
        for (FileDigest file : files) {
            if (!Files.exists(folder.resolve(file.file()))) {
                get(addresses, file);
            }
        }
    }

    /** Takes copies from another folder. */
    void from(Path copies) {
        for (FileDigest file : files) {
            Path copy = Idx.file(copies, file.file())
                    .orElseThrow(() -> Refusal.of(
                            copies.toString(), "file", file.file(), "is not there, gzipped or not", otherWay));
            install(copy, file);
        }
    }

    /** Demands that a file is the published one. */
    static void check(Path file, String sha256) {
        check(file, sha256, FileDigest.of(file).sha256());
    }

    private static void check(Path file, String expected, String own) {
        if (!own.equals(expected)) {
            throw Refusal.of(file.toString(), "sha256", own, "is not that of the published file", "get it again");
        }
    }

    private void get(List<URI> addresses, FileDigest file) {
        Path part = folder.resolve(file.file() + ".gz.part");
        List<String> failures = new ArrayList<>();
        for (URI address : addresses) {
            try {
                Output.makeFolder(folder);
                fetch(address.resolve(file.file() + ".gz"), part);
                installOnce(part, file);
                return;
            } catch (IOException | NormException e) {
                failures.add(address.getHost() + " (" + e.getMessage() + ")");
            }
        }
        throw Refusal.ofMachine(
                folder.toString(), "file", file.file(), "could not be fetched from " + failures, otherWay);
    }

    private void installOnce(Path part, FileDigest file) throws IOException {
        try {
            install(part, file);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void install(Path packed, FileDigest file) {
        Output.makeFolder(folder);
        Output.write(
                folder.resolve(file.file()),
                stream -> Content.read(packed, content -> {
                    MessageDigest digest = Sha256.start();
                    long size = content.rest().transferTo(new DigestOutputStream(stream, digest));
                    check(packed, file.sha256(), Sha256.hex(digest));
                    return size;
                }));
    }

    /** Fetches the rest of a file of which a part may be there already. A server that falls silent ends it, also midway. */
    private void fetch(URI address, Path part) throws IOException {
        long have = Files.exists(part) ? Files.size(part) : 0;
        URLConnection connection = address.toURL().openConnection();
        connection.setConnectTimeout((int) patience.toMillis());
        connection.setReadTimeout((int) patience.toMillis());
        connection.setRequestProperty("Range", "bytes=" + have + "-");
        int status = connection instanceof HttpURLConnection http ? http.getResponseCode() : OK;
        switch (status) {
            case OK -> append(connection, part, 0);
            case PARTIAL -> append(connection, part, have);
            case RANGE_PAST_END -> {}
            default -> throw new IOException("HTTP " + status);
        }
    }

    private static void append(URLConnection connection, Path part, long have) throws IOException {
        StandardOpenOption how = have == 0 ? StandardOpenOption.TRUNCATE_EXISTING : StandardOpenOption.APPEND;
        try (InputStream body = connection.getInputStream();
                OutputStream stream =
                        Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how)) {
            byte[] chunk = new byte[1 << 16];
            long total = have;
            for (int read = body.read(chunk); read >= 0; read = body.read(chunk)) {
                total += read;
                if (total > MAX_BYTES) {
                    throw new IOException("more than " + MAX_BYTES + " bytes");
                }
                stream.write(chunk, 0, read);
            }
        }
    }
}
