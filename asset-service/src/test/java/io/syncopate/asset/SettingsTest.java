package io.syncopate.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import java.time.Duration;
import java.util.Map;

class SettingsTest {

    @ParameterizedTest
    @CsvSource({
        "syncopate.asset.sweep.claims, 0s, PT0S, a time above 0",
        "syncopate.asset.sweep.repairs, -1s, PT-1S, a time above 0",
        "syncopate.asset.sweep.tickets, 0s, PT0S, a time above 0",
        "syncopate.asset.claim-tickets.kept, 0s, PT0S, a time above 0",
        "syncopate.asset.board.watchers, 0, 0, 1 or more"
    })
    void refusesWhatIsOutOfBounds(String setting, String given, String value, String expected) {
        assertThatThrownBy(() -> bind(Map.of(setting, given)))
                .rootCause()
                .hasMessage("%s is %s: expected %s", setting, value, expected);
    }

    @Test
    void hasADefaultForEach() {
        bind(Map.of());
        assertThat(bound("syncopate.asset", AssetSettings.class, Map.of()))
                .isEqualTo(
                        new AssetSettings(
                                new AssetSettings.Board(500),
                                new AssetSettings.Tickets(Duration.ofDays(30))));
    }

    private static void bind(Map<String, String> settings) {
        bound("syncopate.asset", AssetSettings.class, settings);
        bound("syncopate.asset.sweep", SweepSettings.class, settings);
    }

    private static <T> T bound(String prefix, Class<T> type, Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate(prefix, type);
    }
}
