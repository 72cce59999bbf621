package io.syncopate.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Indexes;

import org.bson.Document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Prints what a claim costs, from the driver's call to its return with the claim on disk, at growing numbers of queued
 * items: {@code ./mvnw -pl embedded-store -Pbench test-compile}.
 */
final class ClaimBenchmark {

    private static final int[] SIZES = {1_000, 10_000, 20_000, 100_000};
    private static final int CLAIMS = 400;
    private static final Document ORDER =
            new Document("data.priority", -1).append("data.sequence", 1);

    private ClaimBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        System.out.println(
                "items    load s  file MB  claim p50 ms  p95 ms  p99 ms  8 claimers/s  open s");
        for (int size : SIZES) {
            Path directory = Files.createTempDirectory("claims");
            measure(directory, size);
            try (Stream<Path> files = Files.walk(directory)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        }
    }

    private static void measure(Path directory, int size) {
        long start = System.nanoTime();
        double loaded;
        double[] alone;
        double together;
        long bytes;
        try (var store = EmbeddedStore.open(directory, EmbeddedStore.Options.defaults());
                MongoClient client = MongoClients.create(store.connectionString())) {
            MongoCollection<Document> items = client.getDatabase("asset").getCollection("assets");
            items.createIndex(
                    Indexes.compoundIndex(
                            Indexes.ascending("tenant", "lane", "data.queue", "data.state"),
                            Indexes.descending("data.priority"),
                            Indexes.ascending("data.sequence")));
            load(items, size);
            loaded = (System.nanoTime() - start) / 1e9;
            claim(items, CLAIMS); // warms up
            alone = claim(items, CLAIMS);
            together = together(items);
            bytes = store.envelope().fileBytes();
        }
        long closed = System.nanoTime();
        EmbeddedStore.open(directory, EmbeddedStore.Options.defaults()).close();
        System.out.printf(
                "%-7d %7.1f %8d %13.2f %7.2f %7.2f %13.0f %7.2f%n",
                size,
                loaded,
                bytes >> 20,
                alone[CLAIMS / 2],
                alone[CLAIMS * 95 / 100],
                alone[CLAIMS * 99 / 100],
                together,
                (System.nanoTime() - closed) / 1e9);
    }

    private static void load(MongoCollection<Document> items, int size) {
        Random random = new Random(1);
        List<Document> batch = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            batch.add(item(i, random));
            if (batch.size() == 500 || i == size - 1) {
                items.insertMany(batch);
                batch.clear();
            }
        }
    }

    /** About a kilobyte, as an asset with its passport. */
    private static Document item(int number, Random random) {
        return new Document("_id", "acme/a" + number)
                .append("tenant", "acme")
                .append("lane", 0)
                .append("version", 1L)
                .append(
                        "data",
                        new Document("queue", "copy")
                                .append("state", "QUEUED")
                                .append("priority", random.nextInt(5))
                                .append("sequence", (long) number)
                                .append("readyAt", 1_800_000_000_000L)
                                .append("notes", "x".repeat(600))
                                .append(
                                        "history",
                                        List.of(
                                                new Document("stage", "brief").append("by", "u1"),
                                                new Document("stage", "copy").append("by", "u2"))));
    }

    private static double[] claim(MongoCollection<Document> items, int claims) {
        double[] millis = new double[claims];
        for (int i = 0; i < claims; i++) {
            long start = System.nanoTime();
            Document claimed =
                    items.findOneAndUpdate(
                            and(
                                    eq("tenant", "acme"),
                                    eq("lane", 0),
                                    eq("data.queue", "copy"),
                                    eq("data.state", "QUEUED"),
                                    lte("data.readyAt", 1_900_000_000_000L)),
                            combine(set("data.state", "CLAIMED"), inc("version", 1L)),
                            new FindOneAndUpdateOptions().sort(ORDER));
            if (claimed == null) {
                throw new IllegalStateException("nothing left to claim");
            }
            millis[i] = (System.nanoTime() - start) / 1e6;
            // Back to the queue, so that its length stays the same.
            items.updateOne(eq("_id", claimed.get("_id")), set("data.state", "QUEUED"));
        }
        Arrays.sort(millis);
        return millis;
    }

    private static double together(MongoCollection<Document> items) {
        long start = System.nanoTime();
        List<Thread> claimers =
                Stream.generate(() -> Thread.ofPlatform().start(() -> claim(items, CLAIMS / 4)))
                        .limit(8)
                        .toList();
        for (Thread claimer : claimers) {
            try {
                claimer.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        return 8 * (CLAIMS / 4) / ((System.nanoTime() - start) / 1e9);
    }
}
