package org.normlab.report.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.normlab.core.NormException;

/** The bytes of one file, read once from front to back, unzipped if gzipped, with the digest of the file as it lies there. */
final class Content {
    private final String name;
    private final InputStream bytes;
    private long offset;

    /** Something that makes a value of the bytes. */
    @FunctionalInterface
    interface Parser<T> {
        T parse(Content content) throws IOException;
    }

    private Content(String name, InputStream stream) throws IOException {
        this.name = name;
        this.bytes = unzipped(stream);
    }

    /** Something that may fail to read. */
    @FunctionalInterface
    interface Reading<T> {
        T read() throws IOException;
    }

    /** Parses a regular file; whatever goes wrong with reading becomes one {@link NormException}. */
    static <T> T read(Path path, Parser<T> parser) {
        return guarded(path, () -> {
            try (InputStream stream = Files.newInputStream(path)) {
                return parse(path.toString(), stream, parser);
            }
        });
    }

    /** Reads something from a regular file; whatever goes wrong becomes one {@link NormException}. */
    static <T> T guarded(Path path, Reading<T> reading) {
        String name = path.toString();
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw Refusal.of(name, "file", path.getFileName(), "is not a regular file", "give the path of a data file");
        }
        try {
            return reading.read();
        } catch (IOException e) {
            throw unreadable(name, 0, e);
        }
    }

    /** Parses a stream that stands for a file of this name; the caller closes it. */
    static <T> T parse(String name, InputStream stream, Parser<T> parser) throws IOException {
        Content content = new Content(name, stream);
        try {
            return parser.parse(content);
        } catch (IOException e) {
            throw unreadable(name, content.offset, e);
        }
    }

    private static InputStream unzipped(InputStream file) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(file, 1 << 16);
        buffered.mark(2);
        boolean zipped = buffered.read() == 0x1f && buffered.read() == 0x8b;
        buffered.reset();
        if (!zipped) {
            return buffered;
        }
        CountingStream packed = new CountingStream(buffered);
        return new BufferedInputStream(new InflationGuard(new GZIPInputStream(packed, 1 << 13), packed), 1 << 16);
    }

    private static NormException unreadable(String name, long offset, IOException e) {
        String place = "byte " + offset;
        if (e instanceof NoSuchFileException) {
            return Refusal.of(name, "file", name, "does not exist", "check the path");
        } else if (e instanceof CharacterCodingException) {
            return Refusal.of(name, "text", "encoding", "is not UTF-8", "save the file as UTF-8");
        } else if (e instanceof EOFException) {
            return Refusal.of(name, place, "end of file", "comes too early: the file is cut short", "fetch it again");
        } else if (e instanceof ZipException) {
            return Refusal.of(name, place, Refusal.why(e), "is no valid compressed data", "compress the file again");
        }
        return Refusal.ofMachine(
                name, "file", Refusal.why(e), "stops it from being read", "check the file and its permissions");
    }

    /** The name that messages use. */
    String name() {
        return name;
    }

    /** Where the next byte stands in the unzipped content. */
    long offset() {
        return offset;
    }

    /** Exactly this many bytes; memory grows with what is there, not with what is claimed. */
    byte[] exactly(int count) throws IOException {
        Memory.demand(name, count);
        byte[] read = bytes.readNBytes(count);
        offset += read.length;
        if (read.length < count) {
            throw refuse("end of file", "comes " + (count - read.length) + " bytes too early", "fetch the file again");
        }
        return read;
    }

    /** The rest as a stream. */
    InputStream rest() {
        return bytes;
    }

    /** Demands that nothing is left. */
    void end() throws IOException {
        if (bytes.read() >= 0) {
            throw refuse(
                    "further bytes", "follow where the file should end", "check that the header belongs to this file");
        }
    }

    /** A complaint about what stands at the present offset. */
    NormException refuse(Object value, String problem, String fix) {
        return Refusal.of(name, "byte " + offset, value, problem, fix);
    }
}
