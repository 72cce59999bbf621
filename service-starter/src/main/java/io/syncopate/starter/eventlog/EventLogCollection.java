package io.syncopate.starter.eventlog;

import static io.syncopate.starter.mongo.AggregateFields.*;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Sorts;

import org.bson.Document;

import java.util.List;

/** The collection that holds the log, with the indexes that its promises rest on. */
final class EventLogCollection {

    private EventLogCollection() {}

    static MongoCollection<Document> of(MongoDatabase database) {
        MongoCollection<Document> events = database.getCollection(EVENTS);
        events.createIndexes(
                List.of(
                        new IndexModel(
                                Sorts.ascending(TENANT, AGGREGATE, VERSION),
                                new IndexOptions().name("one-event-per-version").unique(true)),
                        new IndexModel(
                                Sorts.ascending(PARTITION, POSITION),
                                new IndexOptions().name("one-event-per-position").unique(true)),
                        new IndexModel(
                                Sorts.ascending(TENANT, PARTITION, POSITION),
                                new IndexOptions().name("feed-of-a-tenant"))));
        return events;
    }
}
