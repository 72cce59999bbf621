package io.syncopate.e2e.replicas;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;

import io.syncopate.e2e.Api;
import io.syncopate.e2e.Batch;
import io.syncopate.e2e.Batches;
import io.syncopate.e2e.BoardStreams;
import io.syncopate.e2e.Histories;
import io.syncopate.e2e.MainJobStory;
import io.syncopate.e2e.Roles;
import io.syncopate.e2e.Scenarios;
import io.syncopate.testkit.Rule;
import io.syncopate.testkit.store.ReplicaSet;

import org.awaitility.Awaitility;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Two gateways and two of each service, as processes on one MongoDB, do all that a standalone does; each
 * call goes to the other gateway. A start of eight processes is dear, so there is one: its store is a
 * replica set of one node, and then grows under them to three.
 */
@Tag("kind:replicas")
@TestInstance(Lifecycle.PER_CLASS)
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
class ReplicasIT {

    private static final int MEMBERS = 3;
    private static final int ROWS = 1_500;

    /** By default a replica runs four operations at once. */
    private static final int MORE_THAN_ONE_TAKES = 6;

    @TempDir private static Path directory;

    private static @Nullable ReplicaSet store;
    private static @Nullable Replicas replicas;

    @BeforeAll
    static void start() {
        store = ReplicaSet.start(1);
        replicas = Replicas.start(directory, Wiring.direct(store));
    }

    @AfterAll
    static void stop() {
        if (replicas != null) {
            replicas.close();
        }
        if (store != null) {
            store.close();
        }
    }

    @Nested
    @Order(1)
    class OnOneNode extends Everything {}

    @Nested
    @Order(2)
    @TestInstance(Lifecycle.PER_CLASS)
    class OnThreeMembers extends Everything {

        @BeforeAll
        void grow() {
            store().growTo(MEMBERS);
        }

        @Test
        void aBatchGoesOnElsewhereWhenTheReplicaThatHasItIsKilled() {
            Api api = replicas().api();
            List<String> undisturbed = Batch.start(api, ROWS).result(api);
            List<Batch> batches =
                    Stream.generate(() -> Batch.start(api, ROWS))
                            .limit(MORE_THAN_ONE_TAKES)
                            .toList();
            try (MongoClient client = MongoClients.create(store().uri())) {
                Map<String, String> before =
                        Awaitility.await("both replicas have some")
                                .pollInterval(Duration.ofMillis(20))
                                .until(
                                        () -> owners(client, batches),
                                        owners -> Set.copyOf(owners.values()).size() == 2);
                Replica killed = replicas().of(Service.ASSESSMENT).getFirst();
                killed.kill();
                try {
                    assertThat(batches)
                            .allSatisfy(
                                    batch -> assertThat(batch.result(api)).isEqualTo(undisturbed));
                    Map<String, String> after = owners(client, batches);
                    assertThat(before.keySet())
                            .as("some were taken over")
                            .anyMatch(
                                    batch -> !Objects.equals(before.get(batch), after.get(batch)));
                } finally {
                    killed.start();
                    killed.awaitReady();
                }
            }
        }
    }

    abstract static class Everything {

        @Nested
        class InScenarios extends Scenarios {
            InScenarios() {
                super(replicas().api());
            }
        }

        @Nested
        class ByRoles extends Roles {
            ByRoles() {
                super(replicas().api());
            }
        }

        @Nested
        class InHistories extends Histories {
            InHistories() {
                super(replicas().api());
            }
        }

        @Nested
        class InBatches extends Batches {
            InBatches() {
                super(replicas().api());
            }
        }

        @Nested
        class OnBoards extends BoardStreams {
            OnBoards() {
                super(replicas().api());
            }
        }

        @Test
        @Rule({"L-059", "L-092"})
        void decideScheduleProduceAndMeasure() {
            new MainJobStory(new WithoutItsPrimary()).run();
        }
    }

    /** Which process has each of these, as the leases say. */
    private static Map<String, String> owners(MongoClient client, List<Batch> batches) {
        List<String> ids = batches.stream().map(Batch::id).toList();
        var found = new HashMap<String, String>();
        for (Document each :
                client.getDatabase("syncopate_assessment").getCollection("operations").find()) {
            String id = each.getString("_id");
            String owner = each.getEmbedded(List.of("data", "work", "owner"), String.class);
            if (owner != null && ids.contains(id.substring(id.indexOf('/') + 1))) {
                found.put(id, owner);
            }
        }
        return found;
    }

    /** Where the store can go on without its primary, that is killed in the middle of the story. */
    private static final class WithoutItsPrimary implements MainJobStory.Platform {

        private final Api api = replicas().api();

        @Override
        public Api api() {
            return api;
        }

        @Override
        public void end() {
            if (store().addresses().size() < MEMBERS) {
                return;
            }
            int killed = awaitPrimary();
            store().kill(killed);
            awaitPrimary();
            store().restart(killed);
        }

        private static int awaitPrimary() {
            return Awaitility.await("a primary")
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> store().primary(), Optional::isPresent)
                    .orElseThrow();
        }
    }

    private static ReplicaSet store() {
        return Objects.requireNonNull(store);
    }

    private static Replicas replicas() {
        return Objects.requireNonNull(replicas);
    }
}
