package io.syncopate.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

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

    @Test
    void doesNotLetTimeBeMovedFromAnotherMachine() {
        var arguments = List.of("--syncopate.time.adjustable=true", "--server.address=0.0.0.0");
        assertThatThrownBy(() -> Settings.of(arguments, Map.of()))
                .isInstanceOf(StartupException.class)
                .hasMessageContaining("--server.address=0.0.0.0");
        assertThat(
                        Settings.of(List.of("--syncopate.time.adjustable=true"), Map.of())
                                .timeAdjustable())
                .isTrue();
    }

    @Test
    void refusesASwitchThatIsNeitherOnNorOff() {
        assertThatThrownBy(() -> Settings.of(List.of("--syncopate.time.adjustable=on"), Map.of()))
                .isInstanceOf(StartupException.class)
                .hasMessageContaining("expected true or false");
    }
}
