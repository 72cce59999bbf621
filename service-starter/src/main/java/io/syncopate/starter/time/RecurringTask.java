package io.syncopate.starter.time;

import io.syncopate.starter.background.Lifeline;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Work that is done at once at the start, again an interval after each end, and sooner when it is
 * woken. Never twice at the same time; what fails is logged and done again like everything else.
 */
public final class RecurringTask {

    private static final Logger LOG = LoggerFactory.getLogger(RecurringTask.class);

    private final String name;
    private final Duration interval;
    private final Runnable work;
    private final Lifeline lifeline;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long asked;
    private long done;
    private boolean running;
    private @Nullable Thread thread;

    RecurringTask(String name, Duration interval, Runnable work, Lifeline lifeline) {
        if (interval.isNegative() || interval.isZero()) {
            throw new IllegalArgumentException(
                    "interval of '%s' is %s; expected a time above 0".formatted(name, interval));
        }
        this.name = name;
        this.interval = interval;
        this.work = work;
        this.lifeline = lifeline;
    }

    public String name() {
        return name;
    }

    /** Has it done soon; many calls before it begins cost one run. */
    public void wake() {
        ask();
    }

    private long ask() {
        lock.lock();
        try {
            asked++;
            changed.signalAll();
            return asked;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Has it done, from its beginning, and waits for the end.
     *
     * @return whether it ended in time; true when it is not running at all
     */
    boolean runNow(Duration patience) throws InterruptedException {
        long ticket = ask();
        long left = patience.toNanos();
        lock.lockInterruptibly();
        try {
            while (running && done < ticket) {
                if (left <= 0) {
                    return false;
                }
                left = changed.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    void start() {
        lock.lock();
        try {
            if (running) {
                return;
            }
            running = true;
            thread = Thread.ofVirtual().name(name).start(lifeline.of(name, this::repeat));
        } finally {
            lock.unlock();
        }
    }

    /** Lets a run under way end; after the grace it is broken off. */
    void stop(Duration grace) {
        Thread last;
        lock.lock();
        try {
            running = false;
            last = thread;
            thread = null;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (last == null) {
            return;
        }
        try {
            if (!last.join(grace)) {
                last.interrupt();
            }
        } catch (InterruptedException e) {
            last.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    private void repeat() {
        try {
            for (long ticket = ticket(); ticket >= 0; ticket = next(ticket)) {
                runQuietly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void runQuietly() {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            Lifeline.requireSurvivable(e);
            LOG.warn("'{}' failed; it is done again in {}", name, interval, e);
        }
    }

    private long ticket() {
        lock.lock();
        try {
            return running ? asked : -1;
        } finally {
            lock.unlock();
        }
    }

    /** Tells of the end and waits for the next beginning; negative when there is none. */
    private long next(long ticket) throws InterruptedException {
        long left = interval.toNanos();
        lock.lockInterruptibly();
        try {
            done = ticket;
            changed.signalAll();
            while (running && asked == ticket && left > 0) {
                left = changed.awaitNanos(left);
            }
            return running ? asked : -1;
        } finally {
            lock.unlock();
        }
    }
}
