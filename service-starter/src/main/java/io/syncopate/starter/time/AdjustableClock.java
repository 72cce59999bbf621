package io.syncopate.starter.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that goes on by itself, ahead of another one by an offset that only grows: what was once
 * written down is never in the future. Those who wait for time to pass are told of each jump.
 */
public final class AdjustableClock extends Clock {

    private final Clock base;
    private final AtomicReference<Duration> offset;
    private final List<Runnable> listeners;

    /**
     * @param offset how far ahead of {@code base}; not negative
     */
    public AdjustableClock(Clock base, Duration offset) {
        this(base, new AtomicReference<>(notNegative(offset)), new CopyOnWriteArrayList<>());
    }

    private AdjustableClock(
            Clock base, AtomicReference<Duration> offset, List<Runnable> listeners) {
        this.base = base;
        this.offset = offset;
        this.listeners = listeners;
    }

    public Duration offset() {
        return offset.get();
    }

    /**
     * Moves time forward and tells everybody, the last who asked to be told first: who stands on
     * others was started after them.
     */
    public void advance(Duration by) {
        notNegative(by);
        offset.updateAndGet(before -> before.plus(by));
        listeners.reversed().forEach(Runnable::run);
    }

    /** Tells of each jump, on the thread of whoever made it. */
    public void onAdvance(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public Instant instant() {
        return base.instant().plus(offset.get());
    }

    @Override
    public ZoneId getZone() {
        return base.getZone();
    }

    /** Shares the time with this one: advancing either moves both. */
    @Override
    public Clock withZone(ZoneId zone) {
        return new AdjustableClock(base.withZone(zone), offset, listeners);
    }

    private static Duration notNegative(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException(duration + ": time does not go back");
        }
        return duration;
    }
}
