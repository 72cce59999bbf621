package io.syncopate.assessment.program.sweep;

import io.syncopate.assessment.program.Programs;
import io.syncopate.assessment.program.RemindLearners;
import io.syncopate.kernel.OneByOne;
import io.syncopate.starter.time.RecurringTask;
import io.syncopate.starter.time.RecurringTasks;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

import java.time.Clock;

/**
 * Looks for reminders that are due by the platform's clock. Several replicas may sweep at once: the
 * version of the programme lets one of them tell a reminder.
 */
@Component
@EnableConfigurationProperties(ReminderSettings.class)
class ReminderSweep {

    private final Programs programs;
    private final RemindLearners remind;
    private final OneByOne oneByOne;
    private final int batch;
    private final Clock clock;
    private final RecurringTask task;

    ReminderSweep(
            Programs programs,
            RemindLearners remind,
            OneByOne oneByOne,
            ReminderSettings settings,
            Clock clock,
            RecurringTasks tasks) {
        this.programs = programs;
        this.remind = remind;
        this.oneByOne = oneByOne;
        this.batch = settings.batch();
        this.clock = clock;
        this.task = tasks.every("reminder-sweep", settings.interval(), this::sweep);
    }

    private void sweep() {
        int told =
                oneByOne.each(
                        "reminder-sweep",
                        programs.dueReminders(clock.instant(), batch),
                        due -> remind.remind(due.tenant(), due.id()));
        if (told == batch) {
            // As on a Monday, when the reminders of all programmes are due.
            task.wake();
        }
    }
}
