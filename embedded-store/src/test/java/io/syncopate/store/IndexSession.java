package io.syncopate.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;

import io.netty.channel.Channel;
import io.netty.channel.embedded.EmbeddedChannel;

import org.h2.mvstore.MVStore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Runs the same commands on a collection with indexes and on one without, straight into the backend. */
final class IndexSession implements AutoCloseable {

    static final String INDEXED = "indexed";
    static final String SCANNED = "scanned";

    private static final Path FILE =
            Path.of("target", "indexes-" + ProcessHandle.current().pid() + ".mv");
    private static final Channel CHANNEL = new EmbeddedChannel();

    private StoreBackend backend = open();

    private static StoreBackend open() {
        return new StoreBackend(
                new MVStore.Builder().fileName(FILE.toString()).autoCommitDisabled().open());
    }

    void reopen() {
        backend.close();
        backend = open();
    }

    Document run(Document command) {
        return backend.handleCommand(
                CHANNEL, "d", command.keySet().iterator().next(), command.cloneDeeply());
    }

    boolean tryToRun(Document command) {
        try {
            return !run(on(INDEXED, command)).containsKey("writeErrors");
        } catch (MongoServerError e) {
            return false;
        }
    }

    void compare(Document command) {
        assertThat(answer(on(INDEXED, command)))
                .as("%s", command)
                .isEqualTo(answer(on(SCANNED, command)));
    }

    List<Document> find(Document filter) {
        return read(new Document("find", INDEXED).append("filter", filter));
    }

    List<Document> read(Document command) {
        return batch(run(command));
    }

    private Object answer(Document command) {
        try {
            Document reply = run(command);
            return reply.containsKey("cursor") ? batch(reply) : withoutNames(reply);
        } catch (MongoServerError e) {
            return e.getCode();
        }
    }

    /** The message of an error names the collection. */
    private static Document withoutNames(Document reply) {
        if (reply.get("writeErrors") instanceof List<?> errors) {
            errors.forEach(error -> ((Document) error).remove("errmsg"));
        }
        return reply;
    }

    @SuppressWarnings("unchecked")
    private static List<Document> batch(Document reply) {
        Document cursor = (Document) Objects.requireNonNull(reply.get("cursor"));
        return (List<Document>) Objects.requireNonNull(cursor.get("firstBatch"));
    }

    private static Document on(String collection, Document command) {
        Document on = command.cloneDeeply();
        on.put(on.keySet().iterator().next(), collection);
        return on;
    }

    @Override
    public void close() throws IOException {
        backend.close();
        Files.delete(FILE);
    }

    static Document createIndex(List<String> fields, boolean unique, boolean sparse) {
        return new Document("createIndexes", INDEXED)
                .append(
                        "indexes",
                        new ArrayList<>(
                                List.of(
                                        new Document("key", order(fields.toArray(String[]::new)))
                                                .append(
                                                        "name",
                                                        String.join("_", fields)
                                                                + (sparse ? "sparse" : ""))
                                                .append("unique", unique)
                                                .append("sparse", sparse))));
    }

    static Document order(String... fields) {
        Document order = new Document();
        for (String field : fields) {
            order.put(field.replace("-", ""), field.startsWith("-") ? -1 : 1);
        }
        return order;
    }
}
