package io.syncopate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What stands in the way of a start is said in one line. Where it is known before a store is opened,
 * nothing is left behind.
 */
@Tag("kind:processes")
class BadStartIT {

    @TempDir private Path directory;

    @Test
    void namesThePortThatIsTaken() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var platform =
                        StandaloneProcess.start(
                                data(),
                                Optional.empty(),
                                "--server.port=" + taken.getLocalPort())) {
            assertThat(refusal(platform))
                    .startsWith("port " + taken.getLocalPort())
                    .contains("--server.port=");
        }
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void namesThePortForClientsOfGrpcThatIsTaken() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var platform =
                        StandaloneProcess.start(
                                data(),
                                Optional.empty(),
                                "--syncopate.gateway.grpc.port=" + taken.getLocalPort())) {
            assertThat(refusal(platform))
                    .contains(":" + taken.getLocalPort())
                    .contains("syncopate.gateway.grpc.port");
        }
    }

    @Test
    @ExtendWith(SharedStandalone.class)
    void namesTheDataDirectoryThatAnotherProcessUses(SharedStandalone.Running first) {
        first.platform().address();
        try (var second = StandaloneProcess.start(first.directory(), Optional.empty())) {
            assertThat(refusal(second)).contains(first.directory().toString());
        }
        assertThat(first.api().get("/v1/programs").status()).isEqualTo(200);
    }

    @Test
    void namesTheDataDirectoryThatIsAFile() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "not a directory");
        try (var platform = StandaloneProcess.start(file, Optional.empty())) {
            assertThat(refusal(platform)).contains(file.toString());
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
            assertThat(refusal(platform))
                    .startsWith("the data directory " + nowhere)
                    .contains("--syncopate.data.directory=");
        }
    }

    @Test
    void namesTheDataDirectoryThatIsNotWritable() throws IOException {
        Path readOnly = Files.createDirectory(directory.resolve("read-only"));
        try (var platform =
                StandaloneProcess.start(ReadOnly.make(readOnly), readOnly, Optional.empty())) {
            assertThat(refusal(platform))
                    .startsWith("the data directory " + readOnly)
                    .contains("it is not writable")
                    .contains("--syncopate.data.directory=");
        }
        assertThat(readOnly).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource({
        "dataDir, --syncopate.data.directory=",
        "--syncopate.data.dir=/x, --syncopate.data.directory",
        "--syncopate.backends.asset.adress=x:1, --syncopate.backends.asset.address",
        "--port=9090, --server.port"
    })
    void namesTheArgumentThatIsNoSetting(String argument, String nearest) {
        try (var platform = StandaloneProcess.start(data(), Optional.empty(), argument)) {
            assertThat(refusal(platform))
                    .startsWith("'" + argument.split("=")[0])
                    .contains("is not a setting")
                    .contains(nearest);
        }
        assertThat(directory).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource({
        "syncopate.cpu.waiting, 0, must be greater than or equal to 1",
        "syncopate.asset.sweep.claims, 0s, expected a time above 0",
        "syncopate.gateway.body-time, soon, expected a time such as"
    })
    void namesTheValueThatDoesNotFitItsSetting(String setting, String value, String told) {
        try (var platform =
                StandaloneProcess.start(
                        data(), Optional.empty(), "--%s=%s".formatted(setting, value))) {
            assertThat(refusal(platform)).startsWith(setting + " is ").contains(told);
        }
    }

    @Test
    void namesTheMongodbThatDoesNotAnswer() {
        String nobody = "mongodb://ann:s3cret@127.0.0.1:1/?serverSelectionTimeoutMS=500";
        try (var platform = StandaloneProcess.start(data(), Optional.of(nobody))) {
            assertThat(refusal(platform))
                    .startsWith("the MongoDB mongodb://ann:***@127.0.0.1:1/")
                    .contains("Connection refused")
                    .contains("--syncopate.mongodb.uri", "SYNCOPATE_MONGODB_URI");
            assertThat(platform.output()).doesNotContain("s3cret");
        }
        assertThat(directory).isEmptyDirectory();
    }

    /** Not there yet. */
    private Path data() {
        return directory.resolve("data");
    }

    /** The last line, after the exit code and the absence of any trace were looked at. */
    private static String refusal(StandaloneProcess platform) {
        assertThat(platform.exitCode()).isEqualTo(1);
        String begin = "Syncopate cannot start: ";
        var lines = platform.output().lines().toList();
        assertThat(lines)
                .noneMatch(line -> line.startsWith("\tat ") || line.startsWith("Caused by: "));
        assertThat(lines).filteredOn(line -> line.startsWith(begin)).containsOnly(lines.getLast());
        return lines.getLast().substring(begin.length());
    }
}
