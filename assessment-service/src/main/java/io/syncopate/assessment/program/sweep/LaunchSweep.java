package io.syncopate.assessment.program.sweep;

import io.syncopate.assessment.program.LaunchSoon;
import io.syncopate.assessment.program.Programs;
import io.syncopate.assessment.program.Programs.DueLaunch;
import io.syncopate.assessment.program.RunLaunch;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * One thread that looks for due launches: when woken, and else at an interval. Several replicas may
 * sweep at once; what two of them do twice the other services take once, and the first to keep it
 * goes on.
 */
@Component
@EnableConfigurationProperties(SweepSettings.class)
class LaunchSweep implements SmartLifecycle, LaunchSoon {

    private static final Logger LOG = LoggerFactory.getLogger(LaunchSweep.class);
    private static final Duration STOP_WAIT = Duration.ofSeconds(10);

    private final Programs programs;
    private final RunLaunch launches;
    private final SweepSettings settings;
    private final Clock clock;
    private final Semaphore wakeUps = new Semaphore(0);
    private volatile @Nullable Thread thread;

    LaunchSweep(Programs programs, RunLaunch launches, SweepSettings settings, Clock clock) {
        this.programs = programs;
        this.launches = launches;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void wake() {
        wakeUps.release();
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("launch-sweep").start(this::sweepUntilInterrupted);
    }

    /** A step under way is broken off; the next sweep, of whoever makes it, takes it again. */
    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
            try {
                running.join(STOP_WAIT);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void sweepUntilInterrupted() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                sweep();
                boolean woken =
                        wakeUps.tryAcquire(settings.interval().toMillis(), TimeUnit.MILLISECONDS);
                if (woken) {
                    wakeUps.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void sweep() {
        try {
            for (DueLaunch due : programs.dueLaunches(clock.instant(), settings.batch())) {
                take(due);
            }
        } catch (RuntimeException e) {
            LOG.warn("Could not look for launches that are due; trying again", e);
        }
    }

    /** One launch that cannot be taken on must not hold up the others. */
    private void take(DueLaunch due) {
        try {
            launches.run(due.tenant(), due.program());
        } catch (RuntimeException e) {
            LOG.warn(
                    "Launch of programs/{} of {} stopped; trying again",
                    due.program(),
                    due.tenant().value(),
                    e);
        }
    }
}
