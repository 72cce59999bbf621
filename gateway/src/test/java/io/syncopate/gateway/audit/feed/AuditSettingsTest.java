package io.syncopate.gateway.audit.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import java.time.Duration;
import java.util.Map;

class AuditSettingsTest {

    private static final String PREFIX = "syncopate.gateway.audit";

    @ParameterizedTest
    @ValueSource(strings = {"syncopate.gateway.audit.kept", "syncopate.gateway.audit.sweep-every"})
    void refusesATimeThatIsNone(String setting) {
        assertThatThrownBy(() -> bind(Map.of(setting, "0s")))
                .rootCause()
                .hasMessage(setting + " is PT0S: expected a time above 0");
    }

    @Test
    void keepsThirteenMonthsWhereNothingIsSet() {
        assertThat(bind(Map.of()).kept()).isEqualTo(Duration.ofDays(400));
    }

    private static AuditSettings bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate(PREFIX, AuditSettings.class);
    }
}
