package io.syncopate.gateway;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.syncopate.gateway.backend.BackendsSettings;
import io.syncopate.gateway.proxy.StreamSettings;
import io.syncopate.gateway.security.SecuritySettings;
import io.syncopate.gateway.web.WebSettings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import java.util.Map;

class SettingsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "syncopate.gateway.body-time",
                "syncopate.gateway.header-time",
                "syncopate.gateway.refresh-every",
                "syncopate.gateway.sign-in-life",
                "syncopate.gateway.session-life",
                "syncopate.gateway.signing-key-life",
                "syncopate.gateway.streams.longest-life",
                "syncopate.gateway.streams.heartbeat",
                "syncopate.gateway.streams.retry-after"
            })
    void refusesATimeThatIsNone(String setting) {
        for (String value : new String[] {"0s", "-5s"}) {
            assertThatThrownBy(() -> bind(Map.of(setting, value)))
                    .rootCause()
                    .hasMessageStartingWith(setting + " is PT")
                    .hasMessageEndingWith(": expected a time above 0");
        }
    }

    @Test
    void refusesALimitThatLetsNothingOrAnythingThrough() {
        String setting = "syncopate.backends.rooms.message-limit";
        for (String value : new String[] {"0B", "65MB"}) {
            assertThatThrownBy(() -> bind(Map.of(setting, value)))
                    .rootCause()
                    .hasMessageStartingWith(setting + " is ")
                    .hasMessageEndingWith(": expected 1B to 64MB");
        }
    }

    @Test
    void takesWhatIsNotSetFromTheRecords() {
        bind(Map.of());
    }

    private static void bind(Map<String, String> settings) {
        var binder = new Binder(new MapConfigurationPropertySource(settings));
        binder.bindOrCreate("syncopate", BackendsSettings.class);
        binder.bindOrCreate("syncopate.gateway", WebSettings.class);
        binder.bindOrCreate("syncopate.gateway", SecuritySettings.class);
        binder.bindOrCreate("syncopate.gateway.streams", StreamSettings.class);
    }
}
