package io.syncopate.asset;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;

import io.syncopate.proto.asset.v1.ChecklistTick;
import io.syncopate.proto.asset.v1.Claim;
import io.syncopate.proto.asset.v1.PushAssetRequest;
import io.syncopate.store.EmbeddedStore;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How long it takes to pull an item and to push it on, through the contract with everything that a
 * call passes but the network: one person alone, then eight at once.
 *
 * <p>Run it with a JDK 25 on the test class path of this module. Arguments: a MongoDB URI, or {@code
 * embedded} for the embedded store on files, then how many items are queued, once or more.
 */
public final class ClaimBenchmark {

    private static final int WARM_UP = 300;
    private static final int CYCLES = 400;
    private static final int PEOPLE = 8;
    private static final int IN_CAMPAIGN = 500;

    private final AssetServer server;

    private ClaimBenchmark(AssetServer server) {
        this.server = server;
    }

    public static void main(String[] args) throws Exception {
        if (args.length < 2) {
            throw new IllegalArgumentException(
                    "%s: expected a MongoDB URI or 'embedded', then how many items are queued"
                            .formatted(Arrays.toString(args)));
        }
        Path directory = Files.createTempDirectory("claim-benchmark");
        try (Store store = Store.open(args[0], directory)) {
            System.out.println(
                    "store      queued people | claim p50/p95 ms  push p50/p95 ms  cycles/s");
            for (String queued : List.of(args).subList(1, args.length)) {
                MongoDatabase database =
                        store.client.getDatabase("claim_benchmark_" + System.nanoTime());
                try (var server = new AssetServer(database)) {
                    new ClaimBenchmark(server).run(store.name, Integer.parseInt(queued));
                }
                database.drop();
            }
        }
        System.exit(0);
    }

    private void run(String store, int queued) throws Exception {
        AssetUser owner = AssetUser.of(server, "owner");
        int needed = queued + WARM_UP + 2 * CYCLES;
        for (int made = 0; made < needed; made += IN_CAMPAIGN) {
            String[] keys = new String[Math.min(IN_CAMPAIGN, needed - made)];
            Arrays.setAll(keys, number -> "a" + number);
            owner.create(AssetUser.campaign(keys));
        }
        cycles("warm", WARM_UP);
        for (int people : new int[] {1, PEOPLE}) {
            long begin = System.nanoTime();
            List<long[]> taken = together(people, CYCLES);
            double seconds = (System.nanoTime() - begin) / 1e9;
            System.out.printf(
                    "%-9s %7d %6d |   %6.2f /%6.2f   %6.2f /%6.2f   %7.0f%n",
                    store,
                    queued,
                    people,
                    percentile(taken, 0, 50),
                    percentile(taken, 0, 95),
                    percentile(taken, 1, 50),
                    percentile(taken, 1, 95),
                    taken.size() / seconds);
        }
    }

    private List<long[]> together(int people, int cycles) throws Exception {
        List<Callable<List<long[]>>> all = new ArrayList<>();
        for (int person = 0; person < people; person++) {
            String uid = "person-" + person;
            all.add(() -> cycles(uid, cycles / people));
        }
        List<long[]> taken = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(people)) {
            for (Future<List<long[]>> each : threads.invokeAll(all)) {
                taken.addAll(each.get());
            }
        }
        return taken;
    }

    /** Nanoseconds of each pull and each push. */
    private List<long[]> cycles(String uid, int cycles) {
        AssetUser person = AssetUser.of(server, uid);
        List<long[]> taken = new ArrayList<>();
        for (int i = 0; i < cycles; i++) {
            long begin = System.nanoTime();
            Claim claim = person.claim("standard.brief");
            long pulled = System.nanoTime();
            person.assets.pushAsset(
                    PushAssetRequest.newBuilder()
                            .setName(claim.getAsset())
                            .setClaim(claim.getName())
                            .addChecklist(tick("goal-stated"))
                            .addChecklist(tick("format-named"))
                            .setContextNotes("as agreed")
                            .build());
            taken.add(new long[] {pulled - begin, System.nanoTime() - pulled});
        }
        return taken;
    }

    private static ChecklistTick tick(String item) {
        return ChecklistTick.newBuilder().setItem(item).setDone(true).build();
    }

    private static double percentile(List<long[]> taken, int which, int percent) {
        long[] sorted = taken.stream().mapToLong(each -> each[which]).sorted().toArray();
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1e6;
    }

    private record Store(String name, MongoClient client, AutoCloseable server)
            implements AutoCloseable {

        static Store open(String argument, Path directory) {
            if (!argument.equals("embedded")) {
                return new Store("mongod", MongoClients.create(argument), () -> {});
            }
            var store = EmbeddedStore.open(directory, EmbeddedStore.Options.defaults());
            return new Store("embedded", MongoClients.create(store.connectionString()), store);
        }

        @Override
        public void close() throws Exception {
            client.close();
            server.close();
        }
    }
}
