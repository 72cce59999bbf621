package io.syncopate.starter.eventlog;

import static io.syncopate.starter.mongo.AggregateFields.*;

import com.mongodb.client.MongoCollection;

import org.bson.Document;

import java.util.List;

/** An aggregate whose outbox holds events, as it was read. */
record Pending(MongoCollection<Document> collection, Document document) {

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

    private Document entry(Document event) {
        return new Document(event)
                .append(TENANT, document.getString(TENANT))
                .append(KIND, document.getString(KIND))
                .append(OWNERS, document.getList(OWNERS, String.class, List.of()))
                .append(PARTITION, partition());
    }
}
