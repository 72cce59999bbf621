package io.syncopate.starter.mongo;

import static io.syncopate.starter.mongo.AggregateFields.*;

import io.syncopate.kernel.Command;
import io.syncopate.kernel.DomainEvent;
import io.syncopate.kernel.Ownership;
import io.syncopate.kernel.RequestReusedException;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Versioned;
import io.syncopate.starter.call.CallContext;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Writes and reads the document of an aggregate around its value. */
final class AggregateDocument<T> {

    private final DocumentMapper<T> mapper;
    private final Unrecorded unrecorded;

    AggregateDocument(DocumentMapper<T> mapper) {
        this.mapper = mapper;
        this.unrecorded = new Unrecorded(mapper.unrecorded());
    }

    static String key(TenantId tenant, String id) {
        return tenant.value() + "/" + id;
    }

    Document created(
            Command by,
            Ownership ownership,
            String id,
            String name,
            long version,
            T value,
            DomainEvent event,
            Instant at) {
        Document data = mapper.write(value);
        Document document =
                new Document(ID, key(by.tenant(), id))
                        .append(TENANT, by.tenant().value())
                        .append(LANE, Lanes.of(id))
                        .append(NAME, id)
                        .append(KIND, mapper.kind())
                        .append(SCHEMA_VERSION, mapper.schemaVersion())
                        .append(VERSION, version)
                        .append(CREATE_TIME, Date.from(at))
                        .append(UPDATE_TIME, Date.from(at))
                        .append(OWNERS, ownership.keys().stream().sorted().toList())
                        .append(DATA, data)
                        .append(PENDING, Partitions.of(by.tenant(), name));
        List<Change> changes = Change.between(new Document(), data);
        document.append(OUTBOX, List.of(event(by, name, version, event, changes, at)));
        request(by, version)
                .ifPresentOrElse(
                        request ->
                                document.append(CREATED_BY, request)
                                        .append(REQUESTS, List.of(request)),
                        () -> document.append(REQUESTS, List.of()));
        return document;
    }

    Document event(
            Command by,
            String name,
            long version,
            DomainEvent event,
            List<Change> changes,
            Instant at) {
        Document who = new Document("uid", by.by().uid().value());
        by.by().actingService().ifPresent(service -> who.append("service", service));
        Document document =
                new Document(AGGREGATE, name)
                        .append(VERSION, version)
                        .append(TYPE, event.type())
                        .append(AT, Date.from(at))
                        .append(BY, who)
                        .append(DATA, mapper.writeEvent(event))
                        .append(
                                CHANGES,
                                changes.stream()
                                        .map(change -> change.toDocument(unrecorded))
                                        .toList());
        request(by, version).ifPresent(request -> document.append(REQUEST, request));
        CallContext.requestId().ifPresent(id -> document.append(CALL, id));
        return document;
    }

    static Optional<Document> request(Command by, long version) {
        return by.requestId()
                .map(
                        id ->
                                new Document(NAME, id)
                                        .append(METHOD, by.method())
                                        .append(FINGERPRINT, by.fingerprint())
                                        .append(VERSION, version));
    }

    /**
     * @param naming what callers know it by, of its id
     */
    Versioned<T> read(Document document, UnaryOperator<String> naming) {
        int written = document.getInteger(SCHEMA_VERSION, 0);
        if (written > mapper.schemaVersion() + 1) {
            throw new IllegalStateException(
                    "%s was written by schema version %d: this program reads up to %d"
                            .formatted(document.get(ID), written, mapper.schemaVersion() + 1));
        }
        String id = document.getString(NAME);
        return new Versioned<>(
                id,
                naming.apply(id),
                mapper.read(document.get(DATA, Document.class)),
                version(document),
                document.getDate(CREATE_TIME).toInstant(),
                document.getDate(UPDATE_TIME).toInstant(),
                ownership(document));
    }

    static Ownership ownership(Document document) {
        return Ownership.ofKeys(document.getList(OWNERS, String.class, List.of()));
    }

    static long version(Document document) {
        return document.get(VERSION, Number.class).longValue();
    }

    static boolean removed(Document document) {
        return document.getBoolean(REMOVED, false);
    }

    /**
     * Whether the document remembers this very request.
     *
     * @throws RequestReusedException when it remembers a different one with the same id
     */
    static boolean remembers(Document document, Command by) {
        return sameRequest(document.get(CREATED_BY, Document.class), by)
                || document.getList(REQUESTS, Document.class, List.of()).stream()
                        .anyMatch(request -> sameRequest(request, by));
    }

    static boolean sameRequest(@Nullable Document request, Command by) {
        if (request == null
                || by.requestId().isEmpty()
                || !by.requestId().get().equals(request.getString(NAME))
                || !by.method().equals(request.getString(METHOD))) {
            return false;
        }
        if (!by.fingerprint().equals(request.getString(FINGERPRINT))) {
            throw new RequestReusedException(by.requestId().get());
        }
        return true;
    }
}
