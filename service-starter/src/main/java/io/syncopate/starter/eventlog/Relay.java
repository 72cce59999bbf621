package io.syncopate.starter.eventlog;

import static io.syncopate.starter.mongo.AggregateFields.POSITION;

import io.syncopate.starter.mongo.Partitions;

import org.bson.Document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Moves events from outboxes to the log. It may die at any step: an outbox is emptied only after its
 * events are in the log, and an event that is in the log already is not added again.
 */
final class Relay {

    private static final int BATCH = 200;

    private final RelayStore store;

    Relay(RelayStore store) {
        this.store = store;
    }

    /**
     * Relays what waits in the partitions that it holds, up to a limit.
     *
     * @return how many events it dealt with; 0 when nothing waits
     */
    int pass() {
        Set<Integer> held =
                IntStream.range(0, Partitions.COUNT)
                        .filter(store::hold)
                        .boxed()
                        .collect(Collectors.toUnmodifiableSet());
        if (held.isEmpty()) {
            return 0;
        }
        Map<Integer, List<Pending>> byPartition =
                store.pending(held, BATCH).stream()
                        .collect(
                                Collectors.groupingBy(
                                        Pending::partition,
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        int events = 0;
        for (Map.Entry<Integer, List<Pending>> each : byPartition.entrySet()) {
            events += relay(each.getKey(), each.getValue());
        }
        return events;
    }

    void release() {
        store.release();
    }

    private int relay(int partition, List<Pending> pending) {
        List<Document> events = new ArrayList<>();
        pending.forEach(each -> events.addAll(each.events()));
        long position = store.lastPosition(partition);
        for (Document event : events) {
            event.append(POSITION, ++position);
        }
        List<Pending> logged = pending;
        try {
            if (!events.isEmpty()) {
                store.append(events);
            }
        } catch (RelayStore.AlreadyLoggedException e) {
            logged = pending.stream().filter(each -> appendMissing(partition, each)).toList();
        }
        logged.forEach(store::settle);
        return events.size();
    }

    /**
     * After a run that died between appending and emptying the outbox, or beside a rival.
     *
     * @return false when it has to be read again: its versions were another life's and have changed
     */
    private boolean appendMissing(int partition, Pending pending) {
        for (Document event : pending.events()) {
            Optional<Document> logged = store.logged(event);
            if (logged.isEmpty()) {
                event.append(POSITION, store.lastPosition(partition) + 1);
                store.append(List.of(event));
            } else if (!Pending.sameEvent(event, logged.get())) {
                store.countOn(pending);
                return false;
            }
        }
        return true;
    }
}
