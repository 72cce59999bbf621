package io.syncopate.gateway.security;

import io.syncopate.gateway.keys.KeyText;
import io.syncopate.gateway.keys.SecretHash;
import io.syncopate.kernel.TenantId;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The key in a file that only its owner can read; written once and then kept. */
final class DeveloperKey {

    private static final String ID = "developer";
    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rw-------");
    private static final String POSIX = "posix";

    private final SecretHash text;

    private DeveloperKey(SecretHash text) {
        this.text = text;
    }

    static DeveloperKey in(Path file, TenantId tenant) {
        try {
            create(file, tenant);
            requireOwnerOnly(file);
            String text = Files.readString(file, StandardCharsets.US_ASCII).strip();
            if (KeyText.parse(text).isEmpty()) {
                throw new IllegalStateException(
                        file
                                + " (syncopate.gateway.developer.key-file) holds no key: remove it,"
                                + " and a new one is written");
            }
            return new DeveloperKey(SecretHash.of(text));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the developer key "
                            + file
                            + " (syncopate.gateway.developer.key-file) cannot be read or written",
                    e);
        }
    }

    private static void create(Path file, TenantId tenant) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains(POSIX);
        try (var channel =
                posix
                        ? Files.newByteChannel(
                                file,
                                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                                PosixFilePermissions.asFileAttribute(OWNER_ONLY))
                        : Files.newByteChannel(
                                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            channel.write(
                    StandardCharsets.US_ASCII.encode(KeyText.issue(tenant, ID).text() + "\n"));
        } catch (FileAlreadyExistsException e) {
            // a key that was given out stays good over a restart
            return;
        }
    }

    private static void requireOwnerOnly(Path file) throws IOException {
        if (!file.getFileSystem().supportedFileAttributeViews().contains(POSIX)) {
            return;
        }
        var permissions = Files.getPosixFilePermissions(file);
        if (!OWNER_ONLY.containsAll(permissions)) {
            throw new IllegalStateException(
                    file
                            + " (syncopate.gateway.developer.key-file) has mode "
                            + PosixFilePermissions.toString(permissions)
                            + ": expected rw-------, so that nobody else can read the key");
        }
    }

    boolean is(String sent) {
        return text.isOf(sent);
    }
}
