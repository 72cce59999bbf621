package io.syncopate.starter.time;

import io.syncopate.starter.background.BackgroundWork;
import io.syncopate.starter.background.Lifeline;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The recurring work of a service. It begins when everything is up and ends before anything goes
 * down; where time can be moved, each jump has all of it done at once, so that what falls due is
 * seen without waiting for the next turn.
 */
public final class RecurringTasks implements SmartLifecycle, BackgroundWork {

    private static final Logger LOG = LoggerFactory.getLogger(RecurringTasks.class);
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<RecurringTask> tasks = new CopyOnWriteArrayList<>();
    private final Lifeline lifeline = new Lifeline();
    private volatile boolean running;

    public RecurringTasks(Clock clock) {
        if (clock instanceof AdjustableClock adjustable) {
            adjustable.onAdvance(this::runAll);
        }
    }

    /**
     * @param name of its thread, and in the log
     * @param interval from the end of one run to the begin of the next
     */
    public RecurringTask every(String name, Duration interval, Runnable work) {
        var task = new RecurringTask(name, interval, work, lifeline);
        tasks.add(task);
        if (running) {
            task.start();
        }
        return task;
    }

    /** What comes again, in the order in which it was asked for. */
    public List<String> names() {
        return tasks.stream().map(RecurringTask::name).toList();
    }

    @Override
    public Lifeline lifeline() {
        return lifeline;
    }

    private void runAll() {
        try {
            for (RecurringTask task : tasks) {
                if (!task.runNow(PATIENCE)) {
                    LOG.warn("'{}' still works on what a jump of the clock made due", task.name());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        running = true;
        tasks.forEach(RecurringTask::start);
    }

    @Override
    public void stop() {
        running = false;
        tasks.forEach(task -> task.stop(GRACE));
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
