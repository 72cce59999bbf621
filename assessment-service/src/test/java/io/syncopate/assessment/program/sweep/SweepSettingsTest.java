package io.syncopate.assessment.program.sweep;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class SweepSettingsTest {

    @Test
    void refusesToSweepWithoutAPause() {
        assertThatThrownBy(() -> new SweepSettings(Duration.ZERO, 1))
                .hasMessage(
                        "syncopate.assessment.launch-sweep.interval is PT0S: expected a time above"
                                + " 0");
    }

    @Test
    void refusesToTakeNoneOn() {
        assertThatThrownBy(() -> new SweepSettings(Duration.ofSeconds(1), 0))
                .hasMessage("syncopate.assessment.launch-sweep.batch is 0: expected 1 or more");
    }
}
