package io.syncopate.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

class CrashIT {

    private static final long SEED = 20_260_501;
    private static final int ROUNDS = 3;
    private static final int WRITERS = 8;

    @TempDir Path directory;

    private final Set<String> inserted = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> counted = new ConcurrentHashMap<>();

    /** A process of its own, to be killed: prints where it listens. */
    static final class Victim {

        public static void main(String[] arguments) {
            EmbeddedStore store =
                    EmbeddedStore.open(Path.of(arguments[0]), EmbeddedStore.Options.defaults());
            System.out.println(store.connectionString());
        }
    }

    @Test
    @Timeout(60)
    void keepsEveryAcknowledgedWriteOfAProcessThatIsKilled() throws Exception {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            int before = inserted.size();
            writeUntilKilled(round, 100 + random.nextInt(500));
            assertThat(inserted)
                    .as("acknowledged in round %d", round)
                    .hasSizeGreaterThan(before + 99);
            checkWhatIsThere();
        }
    }

    private void writeUntilKilled(int round, int acknowledgements) throws Exception {
        Process victim =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Victim.class.getName(),
                                directory.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (BufferedReader out = victim.inputReader(StandardCharsets.UTF_8);
                MongoClient client = MongoClients.create(firstLine(out))) {
            MongoCollection<Document> writes = writes(client);
            CountDownLatch enough = new CountDownLatch(acknowledgements);
            List<Thread> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                String name = round + "-" + i;
                writers.add(Thread.ofPlatform().start(() -> write(writes, name, enough)));
            }
            enough.await();
            victim.destroyForcibly().waitFor(); // SIGKILL, with writes under way
            client.close(); // else a writer between two writes looks for the server for long
            for (Thread writer : writers) {
                writer.join();
            }
        } finally {
            victim.destroyForcibly();
        }
    }

    private static String firstLine(BufferedReader out) throws IOException {
        String line = out.readLine();
        if (line == null) {
            throw new IllegalStateException("the store did not start");
        }
        return line;
    }

    /** Notes each write after its acknowledgement, until the store is gone. */
    private void write(MongoCollection<Document> writes, String writer, CountDownLatch enough) {
        try {
            for (int i = 0; ; i++) {
                String id = "w" + writer + "-" + i;
                writes.insertOne(new Document("_id", id).append("writer", writer).append("n", i));
                inserted.add(id);
                writes.updateOne(
                        Filters.eq("_id", "counter" + writer),
                        Updates.inc("n", 1),
                        new UpdateOptions().upsert(true));
                counted.put("counter" + writer, i + 1);
                enough.countDown();
            }
        } catch (MongoException | IllegalStateException e) {
            // killed, or closed after that
        }
    }

    private void checkWhatIsThere() {
        try (var store = EmbeddedStore.open(directory, EmbeddedStore.Options.defaults());
                MongoClient client = MongoClients.create(store.connectionString())) {
            MongoCollection<Document> writes = writes(client);
            Map<String, Integer> found = new ConcurrentHashMap<>();
            writes.find()
                    .forEach(
                            document ->
                                    found.put(document.getString("_id"), document.getInteger("n")));
            assertThat(found.keySet()).containsAll(inserted);
            counted.forEach(
                    (counter, n) -> assertThat(found.get(counter)).isGreaterThanOrEqualTo(n));
            // The index was committed with the documents: it finds as many as there are.
            long indexed = writes.countDocuments(Filters.gte("writer", ""));
            assertThat(indexed)
                    .isEqualTo(found.keySet().stream().filter(id -> id.startsWith("w")).count());
        }
    }

    private static MongoCollection<Document> writes(MongoClient client) {
        MongoCollection<Document> writes = client.getDatabase("d").getCollection("writes");
        writes.createIndex(Indexes.ascending("writer", "n"));
        return writes;
    }
}
