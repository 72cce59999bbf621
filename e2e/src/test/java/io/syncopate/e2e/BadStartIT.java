package io.syncopate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What stands in the way of a start is said in one line, and nothing is left behind. */
@Tag("kind:processes")
class BadStartIT {

    @TempDir private Path directory;

    @Test
    void namesThePortThatIsTaken() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var platform =
                        StandaloneProcess.start(
                                directory,
                                Optional.empty(),
                                "--server.port=" + taken.getLocalPort())) {
            assertThat(platform.exitCode()).isEqualTo(1);
            assertThat(platform.output())
                    .contains("Syncopate cannot start: port " + taken.getLocalPort())
                    .contains("--server.port=");
        }
    }

    @Test
    @ExtendWith(SharedStandalone.class)
    void namesTheDataDirectoryThatAnotherProcessUses(SharedStandalone.Running first) {
        first.platform().address();
        try (var second = StandaloneProcess.start(first.directory(), Optional.empty())) {
            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.output())
                    .contains("Syncopate cannot start")
                    .contains(first.directory().toString());
        }
        assertThat(first.api().get("/v1/programs").status()).isEqualTo(200);
    }

    @Test
    void namesTheDataDirectoryThatIsAFile() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "not a directory");
        try (var platform = StandaloneProcess.start(file, Optional.empty())) {
            assertThat(platform.exitCode()).isEqualTo(1);
            assertThat(platform.output())
                    .contains("Syncopate cannot start")
                    .contains(file.toString());
        }
        assertThat(file).hasContent("not a directory");
    }

    @Test
    @EnabledOnOs(
            value = OS.LINUX,
            disabledReason = "needs a /proc, where nobody can make a directory")
    void namesTheDataDirectoryThatCannotBeMade() {
        Path nowhere = Path.of("/proc/syncopate");
        try (var platform = StandaloneProcess.start(nowhere, Optional.empty())) {
            assertThat(platform.exitCode()).isEqualTo(1);
            assertThat(platform.output())
                    .contains("Syncopate cannot start: the data directory " + nowhere)
                    .contains("--syncopate.data.directory=");
        }
    }

    @Test
    void namesTheDataDirectoryThatIsNotWritable() throws IOException {
        Path readOnly = Files.createDirectory(directory.resolve("read-only"));
        try (var platform =
                StandaloneProcess.start(ReadOnly.make(readOnly), readOnly, Optional.empty())) {
            assertThat(platform.exitCode()).isEqualTo(1);
            assertThat(platform.output())
                    .contains("Syncopate cannot start: the data directory " + readOnly)
                    .contains("it is not writable")
                    .contains("--syncopate.data.directory=");
        }
        assertThat(readOnly).isEmptyDirectory();
    }

    @Test
    void namesTheArgumentThatIsNoSetting() {
        try (var platform = StandaloneProcess.start(directory, Optional.empty(), "dataDir")) {
            assertThat(platform.exitCode()).isEqualTo(1);
            assertThat(platform.output()).contains("'dataDir' is not a setting");
        }
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void namesTheMongodbThatDoesNotAnswer() {
        String nobody = "mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=500";
        try (var platform = StandaloneProcess.start(directory, Optional.of(nobody))) {
            assertThat(platform.exitCode()).isEqualTo(1);
            assertThat(platform.output())
                    .contains("Syncopate cannot start")
                    .contains("127.0.0.1:1");
        }
    }
}
