package io.syncopate.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

class DataDirectoryIT {

    private static final EmbeddedStore.Options OPTIONS = EmbeddedStore.Options.defaults();

    @TempDir Path parent;

    private Path directory = Path.of("");

    @BeforeEach
    void namesADirectoryThatIsNotThereYet() {
        directory = parent.resolve("data").resolve("store");
    }

    @Test
    void isMadeForItsOwnerOnly() throws IOException {
        assumeTrue(posix(), "this file system has no owners and groups");
        EmbeddedStore.open(directory, OPTIONS).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                .isEqualTo("rwx------");
    }

    @Test
    void keepsTheModeOfADirectoryThatHoldsOtherThings() throws IOException {
        assumeTrue(posix(), "this file system has no owners and groups");
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("letter.txt"), "dear");
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        EmbeddedStore.open(directory, OPTIONS).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                .isEqualTo("rwxr-xr-x");
    }

    @Test
    void isUsedByOneStoreOfAProcessAtATime() {
        try (var first = EmbeddedStore.open(directory, OPTIONS)) {
            assertThat(first.connectionString()).startsWith("mongodb://127.0.0.1:");
            assertThatThrownBy(() -> EmbeddedStore.open(directory, OPTIONS))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining(directory.toString())
                    .hasMessageContaining("in use by another Syncopate");
        }
        EmbeddedStore.open(directory, OPTIONS).close();
    }

    @Test
    void isUsedByOneProcessAtATime() throws Exception {
        Process other =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                CrashIT.Victim.class.getName(),
                                directory.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (BufferedReader out = other.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).startsWith("mongodb://");
            assertThatThrownBy(() -> EmbeddedStore.open(directory, OPTIONS))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining(directory.toString())
                    .hasMessageContaining(
                            "in use by another Syncopate (process " + other.pid() + ")");
        } finally {
            other.destroyForcibly().waitFor();
        }
        EmbeddedStore.open(directory, OPTIONS).close();
    }

    @Test
    void isNoFile() throws IOException {
        Files.createDirectories(directory.getParent());
        Files.writeString(directory, "");
        assertThatThrownBy(() -> EmbeddedStore.open(directory, OPTIONS))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(directory + " is a file; name a directory");
    }

    @Test
    void cannotBeMadeBelowAFile() throws IOException {
        Files.writeString(parent.resolve("data"), "");
        assertThatThrownBy(() -> EmbeddedStore.open(directory, OPTIONS))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(directory + " cannot be created");
    }

    @Test
    void isWritable() throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("letter.txt"), "dear");
        assumeTrue(
                directory.toFile().setWritable(false),
                "this file system cannot protect a directory");
        assumeTrue(!Files.isWritable(directory), "this user may write anywhere");
        try {
            assertThatThrownBy(() -> EmbeddedStore.open(directory, OPTIONS))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining(directory + " is not writable");
        } finally {
            assertThat(directory.toFile().setWritable(true)).isTrue();
        }
    }

    @Test
    void isNotOfAFormatToCome() throws IOException {
        EmbeddedStore.open(directory, OPTIONS).close();
        Files.writeString(directory.resolve("FORMAT"), "syncopate-store 2\n");
        assertThatThrownBy(() -> EmbeddedStore.open(directory, OPTIONS))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(directory + " has the format \"syncopate-store 2\"")
                .hasMessageContaining("reads \"syncopate-store 1\"");
    }

    @Test
    void tellsWhatFormatItsDataHas() throws IOException {
        EmbeddedStore.open(directory, OPTIONS).close();
        Files.delete(directory.resolve("FORMAT"));
        assertThatThrownBy(() -> EmbeddedStore.open(directory, OPTIONS))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(directory + " has data but no FORMAT file");
    }

    @Test
    void isNotDamaged() throws IOException {
        EmbeddedStore.open(directory, OPTIONS).close();
        Files.writeString(directory.resolve("store.mv"), "x".repeat(20_000));
        assertThatThrownBy(() -> EmbeddedStore.open(directory, OPTIONS))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(directory.toString())
                .hasMessageContaining("store.mv is damaged");
        assertThatThrownBy(() -> EmbeddedStore.open(directory, OPTIONS)) // the lock was let go
                .hasMessageContaining("store.mv is damaged");
    }

    private boolean posix() {
        return parent.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
