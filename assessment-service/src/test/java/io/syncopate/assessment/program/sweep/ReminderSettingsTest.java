package io.syncopate.assessment.program.sweep;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class ReminderSettingsTest {

    @Test
    void refusesToSweepWithoutAPauseOrForNone() {
        assertThatThrownBy(() -> new ReminderSettings(Duration.ZERO, 1))
                .hasMessage(
                        "syncopate.assessment.reminder-sweep.interval is PT0S: expected a time"
                                + " above 0");
        assertThatThrownBy(() -> new ReminderSettings(Duration.ofSeconds(1), 0))
                .hasMessage("syncopate.assessment.reminder-sweep.batch is 0: expected 1 or more");
    }
}
