package io.syncopate.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;

import org.awaitility.Awaitility;
import org.bson.Document;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The event logs as they stand in the store. */
final class EventLogs {

    private static final String LOG = "events";

    private final MongoClient client;
    private final String prefix;

    /** @param prefix of the databases' names */
    EventLogs(MongoClient client, String prefix) {
        this.client = client;
        this.prefix = prefix;
    }

    /** Waits until nothing is left to relay, longer than the leases of relays that died. */
    void awaitRelayed(String service) {
        MongoDatabase database = client.getDatabase(prefix + service);
        Awaitility.await("outboxes of " + service)
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(waiting(database)).isEmpty());
    }

    List<LoggedEvent> read(String service) {
        return client.getDatabase(prefix + service)
                .getCollection(LOG)
                .find()
                .map(EventLogs::event)
                .into(new ArrayList<>());
    }

    private static List<Object> waiting(MongoDatabase database) {
        List<Object> waiting = new ArrayList<>();
        for (String collection : database.listCollectionNames()) {
            if (!collection.equals(LOG)) {
                database.getCollection(collection)
                        .find(new Document("pending", new Document("$exists", true)))
                        .limit(5)
                        .forEach(found -> waiting.add(collection + " " + found.get("_id")));
            }
        }
        return waiting;
    }

    private static LoggedEvent event(Document entry) {
        return new LoggedEvent(
                entry.getString("tenant"),
                entry.getString("aggregate"),
                entry.get("version", Number.class).longValue(),
                entry.getInteger("partition"),
                entry.get("position", Number.class).longValue(),
                entry.get("request", new Document()).get("id", ""));
    }
}
