package io.syncopate.assessment.program.sweep;

import io.syncopate.assessment.program.Programs;
import io.syncopate.assessment.program.Programs.DueReminder;
import io.syncopate.assessment.program.RemindLearners;
import io.syncopate.starter.time.RecurringTask;
import io.syncopate.starter.time.RecurringTasks;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.List;

/**
 * Looks for reminders that are due by the platform's clock. Several replicas may sweep at once: the
 * version of the programme lets one of them tell a reminder.
 */
@Component
@EnableConfigurationProperties(ReminderSettings.class)
class ReminderSweep {

    private static final Logger LOG = LoggerFactory.getLogger(ReminderSweep.class);

    private final Programs programs;
    private final RemindLearners remind;
    private final int batch;
    private final Clock clock;
    private final RecurringTask task;

    ReminderSweep(
            Programs programs,
            RemindLearners remind,
            ReminderSettings settings,
            Clock clock,
            RecurringTasks tasks) {
        this.programs = programs;
        this.remind = remind;
        this.batch = settings.batch();
        this.clock = clock;
        this.task = tasks.every("reminder-sweep", settings.interval(), this::sweep);
    }

    private void sweep() {
        List<DueReminder> due = programs.dueReminders(clock.instant(), batch);
        long told = due.stream().filter(this::remind).count();
        if (told == batch) {
            // As on a Monday, when the reminders of all programmes are due.
            task.wake();
        }
    }

    /** One that cannot be told must not hold up the others. */
    private boolean remind(DueReminder due) {
        try {
            remind.remind(due.tenant(), due.program());
            return true;
        } catch (RuntimeException e) {
            LOG.warn(
                    "Reminder of programs/{} of {} was not told; trying again",
                    due.program(),
                    due.tenant().value(),
                    e);
            return false;
        }
    }
}
