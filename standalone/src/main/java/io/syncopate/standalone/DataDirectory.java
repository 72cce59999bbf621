package io.syncopate.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Where the data of this machine is, for its owner alone: it holds a key.
 *
 * @param isNew whether this start made it
 */
record DataDirectory(Path path, boolean isNew) {

    private static final FileAttribute<?>[] OWNER_ONLY = {
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
    };

    private static final FileAttribute<?>[] NONE = {};

    static DataDirectory prepare(Path path) {
        try {
            boolean missing = !Files.isDirectory(path);
            if (missing) {
                Files.createDirectories(path, isPosix(path) ? OWNER_ONLY : NONE);
            }
            if (!Files.isWritable(path)) {
                throw new IOException("it is not writable");
            }
            return new DataDirectory(path, missing);
        } catch (IOException e) {
            throw new StartupException(
                    "the data directory %s cannot be used (%s); choose another with --%s=DIR"
                            .formatted(path, e, Settings.DATA_DIRECTORY),
                    e);
        }
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** Takes it away again if this start made it and nothing is in it. */
    void undo() {
        if (isNew) {
            try {
                Files.delete(path);
            } catch (IOException e) {
                // What is in it stays.
            }
        }
    }
}
