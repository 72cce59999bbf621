package io.syncopate.asset.production;

import io.syncopate.kernel.InvalidException;
import io.syncopate.kernel.TenantId;
import io.syncopate.testkit.kernel.Callers;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The port without a store: places are numbers of steps. */
final class ListedSteps implements AssetLog {

    private final List<Step> steps = new ArrayList<>();
    private int readers;
    private int mostReaders;
    private int readFrom;
    private @Nullable RuntimeException failure;

    void happenedTo(AssetId asset) {
        happened(new Step(Callers.ACME, Optional.of(asset)));
    }

    void boardsChanged(TenantId tenant) {
        happened(new Step(tenant, Optional.empty()));
    }

    synchronized void happened(Step step) {
        steps.add(step);
        notifyAll();
    }

    /** The next to read, or whoever waits, gets this. */
    synchronized void fail(RuntimeException problem) {
        failure = problem;
        notifyAll();
    }

    /** How many read it at the same time, at most. */
    synchronized int mostReaders() {
        return mostReaders;
    }

    synchronized void awaitReaders(int expected) throws InterruptedException {
        await(() -> readers == expected);
    }

    /** Until somebody reads behind this place, and so has dealt with all before it. */
    synchronized void awaitReaderBehind(int place) throws InterruptedException {
        await(() -> readers > 0 && readFrom >= place);
    }

    private void await(BooleanSupplier state) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!state.getAsBoolean()) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError(readers + " read the log, the last behind " + readFrom);
            }
            wait(left);
        }
    }

    @Override
    public synchronized String end() {
        return Integer.toString(steps.size());
    }

    @Override
    public synchronized Steps after(String place, int limit, Duration wait)
            throws InterruptedException {
        if (!place.matches("[0-9]{1,9}")) {
            throw new InvalidException("resume_token", place, "the number of a step");
        }
        int from = Integer.parseInt(place);
        if (from > steps.size()) {
            return new Steps(List.of(), place, false);
        }
        long end = System.nanoTime() + wait.toNanos();
        readers++;
        readFrom = from;
        notifyAll();
        mostReaders = Math.max(mostReaders, readers);
        try {
            long left = wait.toMillis();
            while (failure == null && steps.size() == from && left > 0) {
                wait(left);
                left = (end - System.nanoTime()) / 1_000_000;
            }
            if (failure != null) {
                RuntimeException problem = failure;
                failure = null;
                throw problem;
            }
            int to = Math.min(steps.size(), from + limit);
            return new Steps(steps.subList(from, to), Integer.toString(to), to - from < limit);
        } finally {
            readers--;
            notifyAll();
        }
    }
}
