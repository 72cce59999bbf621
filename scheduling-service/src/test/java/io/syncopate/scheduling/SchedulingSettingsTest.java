package io.syncopate.scheduling;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;

class SchedulingSettingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S"})
    void refusesToSweepWithoutAPause(Duration pause) {
        assertThatThrownBy(() -> new SchedulingSettings(pause))
                .hasMessage(
                        "syncopate.scheduling.sweep-every is %s: expected a time above 0", pause);
    }
}
