package io.syncopate.store;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/** A directory that this process alone uses, in a format that this version reads. */
final class DataDirectory implements AutoCloseable {

    static final String FORMAT_FILE = "FORMAT";
    static final String LOCK_FILE = "store.lock";
    static final String DATA_FILE = "store.mv";

    private static final String FORMAT_NAME = "syncopate-store";
    private static final int FORMAT_VERSION = 1;

    private final Path path;
    private final FileChannel lockChannel;

    private DataDirectory(Path path, FileChannel lockChannel) {
        this.path = path;
        this.lockChannel = lockChannel;
    }

    /**
     * Creates the directory when it is not there, with access for its owner only, and locks it.
     *
     * @throws StoreException naming the directory, when it is no directory, not writable, in use or of another format
     */
    static DataDirectory open(Path directory) {
        Path path = directory.toAbsolutePath().normalize();
        create(path);
        FileChannel lock = lock(path);
        try {
            checkFormat(path);
            return new DataDirectory(path, lock);
        } catch (RuntimeException e) {
            closeQuietly(lock);
            throw e;
        }
    }

    Path dataFile() {
        return path.resolve(DATA_FILE);
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        closeQuietly(lockChannel);
    }

    private static void create(Path path) {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new StoreException(
                    "The data directory "
                            + path
                            + " is a file; name a directory, or one that can be created.");
        }
        try {
            boolean ours =
                    !Files.exists(path) || isEmpty(path) || Files.exists(path.resolve(FORMAT_FILE));
            Files.createDirectories(path);
            if (ours) {
                ownerOnly(path);
            }
        } catch (IOException e) {
            throw new StoreException(
                    "The data directory "
                            + path
                            + " cannot be created or read: "
                            + reason(e)
                            + ". Name one that this user may write.",
                    e);
        }
        if (!Files.isWritable(path)) {
            throw notWritable(path, null);
        }
    }

    private static boolean isEmpty(Path path) throws IOException {
        try (Stream<Path> entries = Files.list(path)) {
            return entries.findAny().isEmpty();
        }
    }

    private static void ownerOnly(Path path) throws IOException {
        var view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(PosixFilePermissions.fromString("rwx------"));
        }
    }

    @SuppressWarnings("resource") // the channel stays open for as long as the lock is held
    private static FileChannel lock(Path path) {
        FileChannel channel;
        try {
            channel =
                    FileChannel.open(
                            path.resolve(LOCK_FILE),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw notWritable(path, e);
        }
        try {
            FileLock lock =
                    channel.tryLock(
                            1L << 62, 1, false); // beyond the text, so that others can read it
            if (lock != null) {
                channel.truncate(0);
                channel.write(
                        ByteBuffer.wrap(
                                Long.toString(ProcessHandle.current().pid())
                                        .getBytes(StandardCharsets.US_ASCII)));
                return channel;
            }
            String holder = holder(channel);
            closeQuietly(channel);
            throw inUse(path, holder);
        } catch (OverlappingFileLockException e) {
            closeQuietly(channel);
            throw inUse(path, "this process");
        } catch (IOException e) {
            closeQuietly(channel);
            throw notWritable(path, e);
        }
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(20);
        channel.read(text, 0);
        String pid = new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII);
        return pid.isEmpty() ? "another process" : "process " + pid;
    }

    private static void checkFormat(Path path) {
        Path file = path.resolve(FORMAT_FILE);
        String expected = FORMAT_NAME + " " + FORMAT_VERSION;
        try {
            if (!Files.exists(file)) {
                if (Files.exists(path.resolve(DATA_FILE))) {
                    throw new StoreException(
                            "The data directory "
                                    + path
                                    + " has data but no "
                                    + FORMAT_FILE
                                    + " file, so its format is unknown; restore that file, or name"
                                    + " another directory.");
                }
                Path fresh = path.resolve(FORMAT_FILE + ".new");
                Files.writeString(fresh, expected + "\n");
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
                return;
            }
            String found = Files.readString(file).strip();
            if (!found.equals(expected)) {
                throw new StoreException(
                        "The data directory "
                                + path
                                + " has the format \""
                                + found
                                + "\", this version of Syncopate reads \""
                                + expected
                                + "\"; use the version that wrote it, or name another directory.");
            }
        } catch (IOException e) {
            throw notWritable(path, e);
        }
    }

    private static StoreException inUse(Path path, String holder) {
        return new StoreException(
                "The data directory "
                        + path
                        + " is in use by another Syncopate ("
                        + holder
                        + "). Stop that one, or name another directory.");
    }

    private static StoreException notWritable(Path path, @Nullable IOException cause) {
        return new StoreException(
                "The data directory "
                        + path
                        + " is not writable"
                        + (cause == null ? "" : ": " + reason(cause))
                        + ". Name one that this user may write.",
                cause);
    }

    private static String reason(IOException e) {
        String name = e.getClass().getSimpleName().replace("Exception", "");
        return e.getMessage() == null ? name : name + " " + e.getMessage();
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // The lock goes with the channel or, at the latest, with the process.
        }
    }
}
