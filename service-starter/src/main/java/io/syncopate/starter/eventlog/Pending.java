package io.syncopate.starter.eventlog;

import static io.syncopate.starter.mongo.AggregateFields.*;

import com.mongodb.client.MongoCollection;

import org.bson.Document;

import java.util.List;
import java.util.Objects;

/** An aggregate whose outbox holds events, as it was read. */
record Pending(MongoCollection<Document> collection, Document document) {

    /** What no two events of one aggregate have in common. */
    private static final List<String> TOLD_BY = List.of(TYPE, AT, BY, REQUEST, CALL, DATA, CHANGES);

    int partition() {
        return document.getInteger(PENDING);
    }

    /** The entries of the log that its events become, oldest first; they have no position yet. */
    List<Document> events() {
        return document.getList(OUTBOX, Document.class).stream().map(this::entry).toList();
    }

    long version() {
        return document.get(VERSION, Number.class).longValue();
    }

    boolean removed() {
        return document.getBoolean(REMOVED, false);
    }

    /** Its outbox, each version moved up. */
    List<Document> outboxCountedOn(long by) {
        return document.getList(OUTBOX, Document.class).stream()
                .map(
                        event ->
                                new Document(event)
                                        .append(
                                                VERSION,
                                                event.get(VERSION, Number.class).longValue() + by))
                .toList();
    }

    long firstVersion() {
        return document.getList(OUTBOX, Document.class)
                .getFirst()
                .get(VERSION, Number.class)
                .longValue();
    }

    /** Whether the entry is of this very event, and not of another one with the same version. */
    static boolean sameEvent(Document event, Document entry) {
        return TOLD_BY.stream()
                .allMatch(field -> Objects.equals(event.get(field), entry.get(field)));
    }

    private Document entry(Document event) {
        return new Document(event)
                .append(TENANT, document.getString(TENANT))
                .append(KIND, document.getString(KIND))
                .append(OWNERS, document.getList(OWNERS, String.class, List.of()))
                .append(PARTITION, partition());
    }
}
