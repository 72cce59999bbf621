package io.syncopate.assessment.program.sweep;

import io.syncopate.starter.settings.Bounds;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * @param interval between two looks for reminders that are due
 * @param batch most reminders of one look
 */
@ConfigurationProperties("syncopate.assessment.reminder-sweep")
record ReminderSettings(@DefaultValue("1m") Duration interval, @DefaultValue("200") int batch) {

    ReminderSettings {
        Bounds.requirePositive("syncopate.assessment.reminder-sweep.interval", interval);
        Bounds.requireAtLeast(1, "syncopate.assessment.reminder-sweep.batch", batch);
    }
}
