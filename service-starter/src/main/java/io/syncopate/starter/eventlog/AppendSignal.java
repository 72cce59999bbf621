package io.syncopate.starter.eventlog;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Wakes the readers that wait in this process for the log to grow. */
final class AppendSignal {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition appended = lock.newCondition();
    private long count;

    long count() {
        lock.lock();
        try {
            return count;
        } finally {
            lock.unlock();
        }
    }

    void signal() {
        lock.lock();
        try {
            count++;
            appended.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns once there was a signal after {@code seen}, or the time is over. */
    void await(long seen, long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = nanos;
            while (count == seen && left > 0) {
                left = appended.awaitNanos(Math.min(left, TimeUnit.SECONDS.toNanos(30)));
            }
        } finally {
            lock.unlock();
        }
    }
}
