package io.syncopate.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class FileSizeIT {

    private static final int DOCUMENTS = 1_000;
    private static final int WRITERS = 8;
    private static final int UPDATES = 1_000;

    @TempDir Path directory;

    /** Without compaction it is at twelve times the data here, and at sixteen with five times the documents. */
    @Test
    void staysWithinAFewTimesTheDataUnderUpdates() {
        try (var store = EmbeddedStore.open(directory, EmbeddedStore.Options.defaults());
                MongoClient client = MongoClients.create(store.connectionString())) {
            MongoCollection<Document> documents =
                    client.getDatabase("d").getCollection("documents");
            documents.createIndex(Indexes.ascending("state", "n"));
            documents.insertMany(
                    IntStream.range(0, DOCUMENTS)
                            .mapToObj(
                                    i ->
                                            new Document("_id", i)
                                                    .append("state", "Q")
                                                    .append("n", 0)
                                                    .append("text", "x".repeat(900)))
                            .toList());
            List<Thread> writers =
                    IntStream.range(0, WRITERS)
                            .mapToObj(
                                    seed ->
                                            Thread.ofPlatform()
                                                    .start(
                                                            () ->
                                                                    update(
                                                                            documents,
                                                                            new Random(seed))))
                            .toList();
            writers.forEach(FileSizeIT::join);

            Envelope envelope = store.envelope();
            assertThat(envelope.documents()).isEqualTo(DOCUMENTS);
            assertThat(envelope.bytes()).isBetween(900L * DOCUMENTS, 1_000L * DOCUMENTS);
            assertThat(envelope.fileBytes()).isLessThan(5 * envelope.bytes());
            int updates = 0;
            for (Document document : documents.find()) {
                updates += document.getInteger("n");
            }
            assertThat(updates).isEqualTo(WRITERS * UPDATES);
        }
    }

    private static void update(MongoCollection<Document> documents, Random random) {
        Stream.generate(() -> random.nextInt(DOCUMENTS))
                .limit(UPDATES)
                .forEach(id -> documents.updateOne(Filters.eq("_id", id), Updates.inc("n", 1)));
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
