package io.syncopate.starter.consumer;

import com.google.protobuf.Duration;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.syncopate.kernel.Caller;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Uid;
import io.syncopate.proto.api.v1.Cursor;
import io.syncopate.proto.api.v1.Event;
import io.syncopate.proto.api.v1.ReadAllRequest;
import io.syncopate.proto.api.v1.ReadAllResponse;
import io.syncopate.starter.ServiceName;
import io.syncopate.starter.background.Lifeline;
import io.syncopate.starter.call.CallContext;
import io.syncopate.starter.error.Transience;
import io.syncopate.starter.eventlog.EventSource;
import io.syncopate.starter.mongo.Partitions;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One consumer at work in this process: takes the partitions that no other replica works on, reads
 * behind their cursors, and handles what it finds. It may die at any step.
 */
final class ConsumerRun {

    private static final Logger log = LoggerFactory.getLogger(ConsumerRun.class);
    private static final int BATCH = 100;
    private static final java.time.Duration FIRST_PAUSE = java.time.Duration.ofSeconds(1);
    private static final java.time.Duration LONGEST_PAUSE = java.time.Duration.ofMinutes(5);

    /** Reading over all tenants, the token's own tenant says nothing; it has to have one. */
    private static final TenantId PLATFORM = new TenantId("platform");

    private final EventConsumer consumer;
    private final EventSource source;
    private final Cursors cursors;
    private final DeadLetters deadLetters;
    private final ConsumerSettings settings;
    private final Uid self;
    private final Clock clock;
    private final Map<Integer, Progress> held = new TreeMap<>();
    private final Map<Integer, Long> behind = new ConcurrentHashMap<>();
    private final Counter handled;
    private final Counter failures;
    private final Counter dead;
    private @Nullable Thread reading;

    ConsumerRun(
            EventConsumer consumer,
            EventSource source,
            Cursors cursors,
            DeadLetters deadLetters,
            ConsumerSettings settings,
            ServiceName service,
            Clock clock,
            MeterRegistry meters) {
        this.consumer = consumer;
        this.source = source;
        this.cursors = cursors;
        this.deadLetters = deadLetters;
        this.settings = settings;
        this.self = Uid.ofService(service.value());
        this.clock = clock;
        this.handled = counter("handled", "Events dealt with", meters);
        this.failures = counter("failures", "Attempts to handle an event that failed", meters);
        this.dead = counter("dead", "Events passed over as dead letters", meters);
        Gauge.builder("syncopate.consumer.lag", behind, ConsumerRun::sum)
                .description("Events of the partitions held here that wait to be handled")
                .tag("consumer", consumer.name())
                .tag("source", consumer.source())
                .register(meters);
    }

    /**
     * Handles what there is, up to a limit, or waits a while for the first.
     *
     * @return how many events were dealt with; empty when no partition can be worked on now
     */
    Optional<Integer> pass() {
        hold();
        Map<Integer, Progress> ready = new TreeMap<>(held);
        ready.values().removeIf(progress -> clock.instant().isBefore(progress.retryAt()));
        if (ready.isEmpty()) {
            return Optional.empty();
        }
        ReadAllResponse response = read(request(ready));
        int count = 0;
        for (Event event : response.getEventsList()) {
            if (deal(event, ready)) {
                count++;
            }
        }
        flush(ready);
        note(response);
        return Optional.of(count);
    }

    /** Ends a read that waits for events; what is being handled goes on to its end. */
    synchronized void stopReading() {
        if (reading != null) {
            reading.interrupt();
        }
    }

    /** Gives the partitions back. */
    void release() {
        held.values().forEach(cursors::release);
        held.clear();
        behind.clear();
    }

    private ReadAllResponse read(ReadAllRequest request) {
        synchronized (this) {
            reading = Thread.currentThread();
        }
        try {
            return CallContext.callAs(caller(PLATFORM), () -> source.read(request));
        } finally {
            synchronized (this) {
                reading = null;
            }
            // What ended the read must not end the writes that follow.
            Thread.interrupted();
        }
    }

    private void hold() {
        for (int partition = 0; partition < Partitions.COUNT; partition++) {
            Progress mine = held.get(partition);
            Optional<Progress> now =
                    mine == null
                            ? cursors.take(partition)
                            : isFresh(mine) ? Optional.of(mine) : cursors.renew(mine);
            keep(partition, now);
        }
    }

    /**
     * @return false when the partition cannot go on in this pass
     */
    private boolean deal(Event event, Map<Integer, Progress> ready) {
        Progress progress = ready.get(event.getPartition());
        if (progress == null || event.getPosition() <= progress.position()) {
            return false;
        }
        if (!isFresh(progress)) {
            Optional<Progress> renewed = saved(progress);
            keep(event.getPartition(), renewed);
            if (renewed.isEmpty()) {
                ready.remove(event.getPartition());
                return false;
            }
            progress = renewed.get();
        }
        try {
            if (consumer.wants(event)) {
                Delivery delivery = delivery(event);
                CallContext.runAs(delivery.command().by(), () -> consumer.handle(delivery));
            }
        } catch (RuntimeException | Error e) {
            // Also an Error of one event alone, such as a stack that was too small for it.
            Lifeline.requireSurvivable(e);
            ready.remove(event.getPartition());
            return failed(event, progress, e);
        }
        ready.put(event.getPartition(), behind(progress, event));
        handled.increment();
        return true;
    }

    private boolean failed(Event event, Progress progress, Throwable problem) {
        failures.increment();
        Progress saved = saved(progress).orElse(null);
        if (saved == null) {
            held.remove(event.getPartition());
            return false;
        }
        boolean counts = !Transience.passes(problem);
        if (counts
                && saved.counted() + 1 >= settings.maxFailures()
                && consumer.onPoison() == EventConsumer.OnPoison.SKIP) {
            log.error(
                    "{} gives up on {} {} after {} failures; it is a dead letter now",
                    consumer.name(),
                    event.getType(),
                    event.getId(),
                    saved.counted() + 1,
                    problem);
            deadLetters.add(consumer, event, String.valueOf(problem));
            dead.increment();
            keep(event.getPartition(), cursors.advance(saved, event.getPosition()));
            return true;
        }
        log.warn(
                "{} failed on {} {}; it is tried again",
                consumer.name(),
                event.getType(),
                event.getId(),
                problem);
        Instant retryAt = clock.instant().plus(pause(saved.failures()));
        keep(event.getPartition(), cursors.failed(saved, counts, retryAt, String.valueOf(problem)));
        return false;
    }

    /** Writes the position that was only known here; empty when the lease was lost. */
    private Optional<Progress> saved(Progress progress) {
        Progress stored = held.get(progress.partition());
        return stored != null && stored.position() < progress.position()
                ? cursors.advance(progress, progress.position())
                : cursors.renew(progress);
    }

    private void flush(Map<Integer, Progress> ready) {
        ready.forEach(
                (partition, progress) -> {
                    Progress stored = held.get(partition);
                    if (stored != null && stored.position() < progress.position()) {
                        keep(partition, cursors.advance(progress, progress.position()));
                    }
                });
    }

    private void keep(int partition, Optional<Progress> progress) {
        progress.ifPresentOrElse(
                now -> held.put(partition, now),
                () -> {
                    held.remove(partition);
                    behind.remove(partition);
                });
    }

    private void note(ReadAllResponse response) {
        for (Cursor last : response.getLastList()) {
            Progress progress = held.get(last.getPartition());
            if (progress != null) {
                behind.put(
                        last.getPartition(), Math.max(0, last.getPosition() - progress.position()));
            }
        }
    }

    /** Half of the lease is left for handling the next event. */
    private boolean isFresh(Progress progress) {
        return clock.instant()
                .isBefore(progress.leasedUntil().minus(settings.leaseLife().dividedBy(2)));
    }

    private ReadAllRequest request(Map<Integer, Progress> ready) {
        ReadAllRequest.Builder request =
                ReadAllRequest.newBuilder()
                        .addAllPartitions(ready.keySet())
                        .setMaxEvents(BATCH)
                        .setWait(
                                Duration.newBuilder()
                                        .setSeconds(settings.readWait().getSeconds())
                                        .setNanos(settings.readWait().getNano()));
        ready.forEach(
                (partition, progress) ->
                        request.addAfter(
                                Cursor.newBuilder()
                                        .setPartition(partition)
                                        .setPosition(progress.position())));
        return request.build();
    }

    private Delivery delivery(Event event) {
        return new Delivery(
                event,
                Command.internal(
                        caller(new TenantId(event.getTenant())),
                        "consumer/" + consumer.name() + "/" + consumer.source(),
                        event.getId(),
                        clock.instant()));
    }

    private Caller caller(TenantId tenant) {
        return new Caller(tenant, self, Set.of(), Set.of(), Optional.empty());
    }

    private static Progress behind(Progress progress, Event event) {
        return new Progress(
                progress.partition(),
                progress.fence(),
                progress.leasedUntil(),
                event.getPosition(),
                0,
                0,
                Instant.EPOCH);
    }

    private static java.time.Duration pause(int failures) {
        java.time.Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, 20));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private static double sum(Map<Integer, Long> each) {
        return each.values().stream().mapToLong(Long::longValue).sum();
    }

    private Counter counter(String name, String description, MeterRegistry meters) {
        return Counter.builder("syncopate.consumer." + name)
                .description(description)
                .tag("consumer", consumer.name())
                .tag("source", consumer.source())
                .register(meters);
    }
}
