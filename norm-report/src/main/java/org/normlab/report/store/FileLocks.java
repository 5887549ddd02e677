package org.normlab.report.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Claims by locked files: each holder keeps {@code <process>.<holder>.lock} locked in a folder beside the store; the kernel
 * frees the lock on any death of the process.
 *
 * <p>POSIX drops all locks of a process on a file when it closes any descriptor of that file, so a file of our own process
 * is never opened a second time: its name says whose it is.
 */
final class FileLocks implements Claims {
    /** Names this Java process; a process id may come again, this does not. */
    private static final String PROCESS = UUID.randomUUID().toString();

    private static final int MOST_TRIES = 100;

    private final Path folder;
    private final String holder = PROCESS + "." + UUID.randomUUID();
    private final FileChannel channel;

    private FileLocks(Path folder) throws IOException {
        this.folder = folder;
        channel = create();
        if (channel.tryLock() == null) {
            throw new IOException("a new lock file is locked by another process: locks do not work here");
        }
    }

    /** Claims beside a store: in the folder {@code STORE.holders}. */
    static FileLocks beside(Path store) {
        try {
            return new FileLocks(store.resolveSibling(store.getFileName() + ".holders"));
        } catch (IOException e) {
            throw Faults.unusable(
                    store.toString(),
                    "has no folder for lock files: " + e.getMessage(),
                    "use a local folder that can be written");
        }
    }

    /** Makes the file; once more if a process that ends removes the empty folder in between. */
    private FileChannel create() throws IOException {
        for (int tries = 1; ; tries++) {
            try {
                Files.createDirectories(folder);
                return FileChannel.open(file(holder), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            } catch (NoSuchFileException | FileAlreadyExistsException e) {
                if (tries == MOST_TRIES) {
                    throw e;
                }
            }
        }
    }

    @Override
    public String holder() {
        return holder;
    }

    @Override
    public boolean alive(String other) {
        if (other.startsWith(PROCESS)) {
            return Files.exists(file(other));
        }
        try (FileChannel theirs = FileChannel.open(file(other), StandardOpenOption.WRITE)) {
            FileLock lock = theirs.tryLock();
            if (lock != null) {
                Files.deleteIfExists(file(other));
            }
            return lock == null;
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw Faults.unusable(
                    folder.toString(), "refuses a lock: " + e.getMessage(), "use a local disk, or PostgreSQL");
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file(holder));
            channel.close();
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException e) {
            return;
        } catch (IOException e) {
            throw Faults.unusable(
                    folder.toString(), "cannot be cleaned: " + e.getMessage(), "delete it when nothing runs");
        }
    }

    private Path file(String name) {
        return folder.resolve(name + ".lock");
    }
}
