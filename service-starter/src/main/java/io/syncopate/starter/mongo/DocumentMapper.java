package io.syncopate.starter.mongo;

import io.syncopate.kernel.DomainEvent;

import org.bson.Document;

import java.util.Set;

/**
 * Turns one kind of aggregate into a document and back, written out by hand. Times are written in
 * milliseconds, sealed types with a {@code kind} of their own, absent values not at all.
 *
 * <p>A reader takes what was written by the schema version before and after its own; fields it does
 * not know stay as they are, because a change only touches the fields that it changes.
 */
public interface DocumentMapper<T> {

    /** Such as {@code program}; names the aggregate in documents, events and refusals. */
    String kind();

    int schemaVersion();

    Document write(T value);

    T read(Document fields);

    /**
     * What the event says besides its type: enough for those who read the log without asking back.
     * The changed fields, with before and after, are recorded in any case.
     */
    default Document writeEvent(DomainEvent event) {
        return new Document();
    }

    /**
     * Dotted paths of fields that are personal or secret. The event log never forgets, so it only
     * records that they changed, not from what to what; {@link #writeEvent} must leave them out, too.
     */
    default Set<String> unrecorded() {
        return Set.of();
    }
}
