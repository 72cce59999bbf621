package io.syncopate.gateway.background;

import io.syncopate.starter.background.Lifeline;
import io.syncopate.starter.time.AdjustableClock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Work on one thread of its own, from before the web server takes its first request until after it
 * has answered its last.
 */
public abstract class BackgroundWork
        implements SmartLifecycle, io.syncopate.starter.background.BackgroundWork {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundWork.class);

    private final String name;
    private final ScheduledExecutorService worker;
    private final Lifeline lifeline = new Lifeline();
    private volatile boolean running;

    /**
     * @param name of the thread
     */
    protected BackgroundWork(String name) {
        this.name = name;
        this.worker =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name(name).daemon().factory());
    }

    /** What the first request relies on, then the work that goes on; what it throws ends the start. */
    protected abstract void begin();

    /** When no more work is done. */
    protected void end() {}

    /** Again and again, a failure or not, each time so long after the last. */
    protected final void every(Duration pause, Duration first, Work work) {
        Future<?> _ =
                worker.scheduleWithFixedDelay(
                        lifeline.of(name, () -> quietly(work)),
                        first.toMillis(),
                        pause.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    /** Also when the clock is moved, before who moved it is answered. */
    protected final void afterJumps(Clock clock, Work work) {
        if (clock instanceof AdjustableClock adjustable) {
            adjustable.onAdvance(() -> quietly(work));
        }
    }

    /** Once, as soon as the thread is free; not at all when it has ended. */
    protected final void soon(Work work) {
        try {
            worker.execute(lifeline.of(name, () -> quietly(work)));
        } catch (RejectedExecutionException e) {
            LOG.debug("{} has ended", name, e);
        }
    }

    private void quietly(Work work) {
        try {
            work.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            Lifeline.requireSurvivable(e);
            LOG.warn("{} failed and goes on", name, e);
        }
    }

    @Override
    public final Lifeline lifeline() {
        return lifeline;
    }

    @Override
    public final void start() {
        running = true;
        begin();
    }

    @Override
    public final void stop() {
        running = false;
        worker.shutdownNow();
        end();
    }

    @Override
    public final boolean isRunning() {
        return running;
    }

    /** A stopped one cannot be started again: its thread is gone. */
    @Override
    public final boolean isPauseable() {
        return false;
    }

    @Override
    public final int getPhase() {
        return Phases.BACKGROUND;
    }

    /** A step of it. */
    @FunctionalInterface
    protected interface Work {
        void run() throws InterruptedException;
    }
}
