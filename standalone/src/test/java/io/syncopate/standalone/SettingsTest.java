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
}
