package io.syncopate.gateway.security;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Reads once for all who ask meanwhile. Nobody is given what was read before they asked, and yet
 * reads begin no more often than once in each pause, however many ask.
 */
final class SharedRead<T> {

    private final Supplier<T> read;
    private final long pause;
    private final ReentrantLock reading = new ReentrantLock();

    /** That has not begun; guarded by this. */
    private @Nullable CompletableFuture<T> next;

    /** When the last one began, of {@link System#nanoTime}; guarded by the lock. */
    private long began;

    SharedRead(Supplier<T> read, Duration pause) {
        this.read = read;
        this.pause = pause.toNanos();
        this.began = System.nanoTime() - this.pause;
    }

    /** Blocks for as long as the read takes, and before it for what is left of the pause. */
    T get() {
        CompletableFuture<T> mine;
        boolean first;
        synchronized (this) {
            CompletableFuture<T> waiting = next;
            first = waiting == null;
            mine = waiting == null ? new CompletableFuture<>() : waiting;
            next = mine;
        }
        if (first) {
            perform(mine);
        }
        try {
            return mine.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void perform(CompletableFuture<T> mine) {
        boolean interrupted = false;
        reading.lock();
        try {
            // not cut short by an interrupt: others wait for this one, too
            for (long left; (left = began + pause - System.nanoTime()) > 0; ) {
                LockSupport.parkNanos(left);
                interrupted |= Thread.interrupted();
            }
            synchronized (this) {
                next = null;
            }
            began = System.nanoTime();
            mine.complete(read.get());
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
        } finally {
            reading.unlock();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
