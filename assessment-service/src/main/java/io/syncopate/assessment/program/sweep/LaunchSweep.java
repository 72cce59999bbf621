package io.syncopate.assessment.program.sweep;

import io.syncopate.assessment.program.LaunchSoon;
import io.syncopate.assessment.program.Programs;
import io.syncopate.assessment.program.RunLaunch;
import io.syncopate.kernel.OneByOne;
import io.syncopate.starter.time.RecurringTask;
import io.syncopate.starter.time.RecurringTasks;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

import java.time.Clock;

/**
 * Looks for due launches: when woken, and else at an interval. Several replicas may sweep at once;
 * what two of them do twice the other services take once, and the first to keep it goes on.
 */
@Component
@EnableConfigurationProperties(SweepSettings.class)
class LaunchSweep implements LaunchSoon {

    private final Programs programs;
    private final RunLaunch launches;
    private final OneByOne oneByOne;
    private final int batch;
    private final Clock clock;
    private final RecurringTask task;

    LaunchSweep(
            Programs programs,
            RunLaunch launches,
            OneByOne oneByOne,
            SweepSettings settings,
            Clock clock,
            RecurringTasks tasks) {
        this.programs = programs;
        this.launches = launches;
        this.oneByOne = oneByOne;
        this.batch = settings.batch();
        this.clock = clock;
        this.task = tasks.every("launch-sweep", settings.interval(), this::sweep);
    }

    @Override
    public void wake() {
        task.wake();
    }

    private void sweep() {
        oneByOne.each(
                "launch-sweep",
                programs.dueLaunches(clock.instant(), batch),
                due -> launches.run(due.tenant(), due.id()));
    }
}
