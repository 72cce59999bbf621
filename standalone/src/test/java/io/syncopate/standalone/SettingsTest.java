package io.syncopate.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;

class SettingsTest {

    @Test
    void keepsDataBesideTheCommandUnlessToldOtherwise() {
        assertThat(Settings.of(List.of(), Map.of()).dataDirectory())
                .isEqualTo(Path.of(".syncopate").toAbsolutePath());
    }

    @Test
    void prefersTheCommandLineToTheEnvironment() {
        var settings =
                Settings.of(
                        List.of("--syncopate.data.directory=/a"),
                        Map.of(
                                "SYNCOPATE_DATA_DIRECTORY", "/b",
                                "SYNCOPATE_MONGODB_URI", "mongodb://m"));
        assertThat(settings.dataDirectory()).isEqualTo(Path.of("/a"));
        assertThat(settings.mongodbUri()).contains("mongodb://m");
    }

    @Test
    void takesABlankValueAsNone() {
        assertThat(Settings.of(List.of(), Map.of("SYNCOPATE_MONGODB_URI", " ")).mongodbUri())
                .isEmpty();
    }

    @Test
    void refusesWhatIsNotASetting() {
        assertThatThrownBy(() -> Settings.of(List.of("data"), Map.of()))
                .hasMessageContaining("'data' is not a setting")
                .hasMessageContaining("--syncopate.data.directory=");
    }

    @Test
    void passesOnEachOptionOnceTheUsersOwnLast() {
        assertThat(
                        Settings.merged(
                                List.of("--logging.level.root=warn", "--a=1"),
                                List.of("--logging.level.root=info", "--b")))
                .containsExactly("--logging.level.root=info", "--a=1", "--b");
    }

    @Test
    void keepsItsOwnSettingsFromTheModules() {
        var settings =
                Settings.of(
                        List.of(
                                "--syncopate.mongodb.uri=mongodb://m/?replicaSet=rs0",
                                "--server.port=0",
                                "--syncopate.data.directory=/a",
                                "--logging.level.root=info"),
                        Map.of());
        assertThat(settings.forModules()).containsExactly("--logging.level.root=info");
        assertThat(settings.mongodbUri()).contains("mongodb://m/?replicaSet=rs0");
    }

    /** Without a value it is every address; and Spring reads a name however it is spelt. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "--server.address=0.0.0.0",
                "--server.address=::",
                "--server.address=192.0.2.1",
                "--server.address=",
                "--server.address",
                "--server.ADDRESS=0.0.0.0",
                "--server.address=not a host"
            })
    void doesNotLetTimeBeMovedFromAnotherMachine(String address) {
        var arguments = List.of("--syncopate.time.adjustable=true", address);
        assertThatThrownBy(() -> Settings.of(arguments, Map.of()))
                .isInstanceOf(StartupException.class)
                .hasMessageStartingWith(
                        "--syncopate.time.adjustable=true goes with a loopback address alone, and"
                                + " --server.address=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.2", "localhost", "::1"})
    void letsTimeBeMovedFromThisMachine(String address) {
        var adjustable = "--syncopate.time.adjustable=true";
        assertThat(Settings.of(List.of(adjustable), Map.of()).timeAdjustable()).isTrue();
        assertThat(
                        Settings.of(
                                        List.of(
                                                adjustable,
                                                "--server.address=0.0.0.0",
                                                "--server.address=" + address),
                                        Map.of())
                                .timeAdjustable())
                .as("of an option that is given twice the last one counts")
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    --syncopate.time.adjustable=maybe          | syncopate.time.adjustable is 'maybe': expected true or false
                    --syncopate.mongodb.selection-timeout=soon | syncopate.mongodb.selection-timeout is 'soon': expected a time such as 500ms, 30s, 5m or 12h
                    --server.port=http                         | --server.port=http is no port: expected 0 (any free one) to 65535
                    --server.port=65536                        | --server.port=65536 is no port: expected 0 (any free one) to 65535
                    --syncopate.time.adjustable                | '--syncopate.time.adjustable' says nothing: expected --syncopate.time.adjustable=VALUE
                    """)
    void refusesWhatDoesNotFitASetting(String argument, String told) {
        assertThatThrownBy(() -> Settings.of(List.of(argument), Map.of()))
                .isInstanceOf(StartupException.class)
                .hasMessage(told);
    }

    @ParameterizedTest
    @CsvSource({
        "--port=9090, --server.port (port of the gateway on the loopback interface; 0 takes a free"
                + " one)",
        "--prot, --server.port (",
        "--data-directory=/x, --syncopate.data.directory (",
        "--syncopat.data.directory=/x, --syncopate.data.directory (",
        "--mongodb.uri=mongodb://m, --syncopate.mongodb.uri (",
        "--=, --"
    })
    void refusesWhatNoLibraryReadsAndSaysTheNearest(String argument, String nearest) {
        assertThatThrownBy(() -> Settings.of(List.of(argument), Map.of()))
                .isInstanceOf(StartupException.class)
                .hasMessageStartingWith(
                        "'%s' is not a setting: expected one that there is; the nearest is %s"
                                .formatted(argument, nearest));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"SYNCOPATE_MONGODB_DATABASEPREFIX", "SYNCOPATE_MONGODB_DATABASE_PREFIX"})
    void takesADashOfAVariableForAnUnderscoreOrNone(String variable) {
        assertThat(Settings.of(List.of(), Map.of(variable, "p_")).databasePrefix()).isEqualTo("p_");
    }

    @Test
    void takesWhatIsSetForTheJvmAsAnOptionThatTheCommandLineGoesBefore() {
        var properties = new Properties();
        properties.setProperty("syncopate.data.directory", "/a");
        properties.setProperty("syncopate.mongodb.uri", "mongodb://m");
        properties.setProperty("java.version", "25");
        var settings =
                Settings.of(
                        Settings.withSystemProperties(
                                properties, List.of("--syncopate.data.directory=/b")),
                        Map.of());
        assertThat(settings.dataDirectory()).isEqualTo(Path.of("/b"));
        assertThat(settings.mongodbUri()).contains("mongodb://m");
    }
}
