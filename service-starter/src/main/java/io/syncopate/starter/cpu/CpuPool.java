package io.syncopate.starter.cpu;

import io.grpc.Context;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A bounded pool of platform threads for solving, simulating and bulk work. Two such tasks on
 * virtual threads stop every handler of a two-core machine; here handlers only wait.
 */
public final class CpuPool implements AutoCloseable {

    private final ThreadPoolExecutor executor;
    private final Duration shutdownGrace;

    /**
     * @param threads how many tasks run at once
     * @param waiting how many more may wait before the next one is refused
     */
    public CpuPool(int threads, int waiting, Duration shutdownGrace) {
        this.shutdownGrace = shutdownGrace;
        this.executor =
                new ThreadPoolExecutor(
                        threads,
                        threads,
                        30,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(waiting),
                        Thread.ofPlatform().name("cpu-", 0).daemon().factory());
        executor.allowCoreThreadTimeOut(true);
    }

    /**
     * Runs the work on the pool, in the caller's context, and waits for it. When the caller is
     * interrupted the work is, too.
     *
     * @throws CpuBusyException (RESOURCE_EXHAUSTED) when as much as is allowed runs and waits
     */
    public <R> R run(Callable<R> work) {
        Future<R> result;
        try {
            result = executor.submit(Context.current().wrap(work));
        } catch (RejectedExecutionException e) {
            throw new CpuBusyException(executor.getMaximumPoolSize(), executor.getQueue().size());
        }
        try {
            return result.get();
        } catch (InterruptedException e) {
            result.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the CPU pool", e);
        } catch (ExecutionException e) {
            throw unwrapped(e);
        }
    }

    public int running() {
        return executor.getActiveCount();
    }

    public int waiting() {
        return executor.getQueue().size();
    }

    /** Lets what runs end within the grace period, then interrupts it. */
    @Override
    public void close() {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(shutdownGrace.toMillis(), TimeUnit.MILLISECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private static RuntimeException unwrapped(ExecutionException e) {
        return switch (e.getCause()) {
            case RuntimeException runtime -> runtime;
            case Error error -> throw error;
            case null, default -> new IllegalStateException("work on the CPU pool failed", e);
        };
    }
}
