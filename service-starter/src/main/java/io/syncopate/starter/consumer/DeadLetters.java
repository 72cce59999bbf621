package io.syncopate.starter.consumer;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;

import io.syncopate.proto.api.v1.Event;

import org.bson.Document;
import org.bson.types.Binary;

import java.time.Clock;
import java.util.Date;

/** The events that a consumer passed over because handling them failed for good. */
final class DeadLetters {

    private final MongoCollection<Document> letters;
    private final Clock clock;

    DeadLetters(MongoDatabase database, Clock clock) {
        this.letters = database.getCollection("deadLetters");
        this.clock = clock;
    }

    /** Once for each event, however often it is told. */
    void add(EventConsumer consumer, Event event, String problem) {
        try {
            letters.insertOne(
                    new Document(
                                    "_id",
                                    "%s/%s/%s"
                                            .formatted(
                                                    consumer.name(),
                                                    consumer.source(),
                                                    event.getId()))
                            .append("tenant", event.getTenant())
                            .append("consumer", consumer.name())
                            .append("source", consumer.source())
                            .append("type", event.getType())
                            .append("subject", event.getSubject())
                            .append("partition", event.getPartition())
                            .append("position", event.getPosition())
                            .append("problem", problem)
                            .append("at", Date.from(clock.instant()))
                            .append("event", new Binary(event.toByteArray())));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }
}
