package io.syncopate.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;

import io.syncopate.e2e.replicas.Replica;
import io.syncopate.e2e.replicas.Replicas;
import io.syncopate.e2e.replicas.Service;
import io.syncopate.e2e.replicas.Wiring;
import io.syncopate.testkit.store.ReplicaSet;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Gateways, services, members of the store and its primary are killed under load. */
@Tag("kind:replicas")
@EnabledIfSystemProperty(
        named = "syncopate.proofs",
        matches = "true",
        disabledReason = "long: run it with -Dsyncopate.proofs=true")
@TestInstance(Lifecycle.PER_CLASS)
class KilledReplicasIT extends MainJobOnReplicas {

    private static final int MEMBERS = 3;

    @TempDir private static Path directory;

    private ReplicaSet store;
    private Replicas replicas;

    @BeforeAll
    void start() {
        store = ReplicaSet.start(MEMBERS);
        replicas = Replicas.start(directory, Wiring.direct(store));
    }

    @AfterAll
    void stop() {
        if (replicas != null) {
            replicas.close();
        }
        if (store != null) {
            store.close();
        }
    }

    @Override
    Replicas replicas() {
        return replicas;
    }

    @Test
    void nothingAcknowledgedIsLostOrDoneTwice() throws Exception {
        Run run = Run.configured(8);
        Run.Outcome outcome =
                run.against(replicas.api(), new Killer.Pace(3_000, 1_500, 2), victims());
        Verdict.print("killed replicas", run, outcome);
        try (MongoClient client = MongoClients.create(store.uri())) {
            var logs = new EventLogs(client, "syncopate_");
            Verdict.OWNERS.forEach(logs::awaitRelayed);
            Verdict.check(run, outcome, new ReadBack(replicas.api()), logs::read);
            var feeds = new EventFeeds(replicas);
            for (Service service : Service.values()) {
                assertThat(feeds.read(service))
                        .as("the feed of %s", service.label())
                        .containsExactlyInAnyOrderElementsOf(logs.read(service.label()));
            }
        }
    }

    /** A service twice as often as a gateway, the primary or any member: there are more of them. */
    private List<List<Victim>> victims() {
        List<Victim> services =
                processes(Stream.of(Service.values()).flatMap(each -> replicas.of(each).stream()));
        return List.of(
                processes(replicas.gateways().stream()),
                services,
                services,
                List.of(new Primary(store)),
                members(store));
    }

    private static List<Victim> processes(Stream<Replica> replicas) {
        return replicas.<Victim>map(Process::new).toList();
    }

    private static List<Victim> members(ReplicaSet store) {
        return IntStream.range(0, MEMBERS)
                .<Victim>mapToObj(number -> new Member(store, number))
                .toList();
    }

    private record Process(Replica replica) implements Victim {

        @Override
        public void kill() {
            replica.kill();
        }

        @Override
        public void restart() {
            replica.start();
        }

        @Override
        public void awaitServing() {
            replica.awaitReady();
        }

        @Override
        public String toString() {
            return replica.name();
        }
    }

    private record Member(ReplicaSet store, int number) implements Victim {

        @Override
        public void kill() {
            store.kill(number);
        }

        @Override
        public void restart() {
            store.restart(number);
        }

        @Override
        public void awaitServing() {
            awaitPrimary(store);
        }

        @Override
        public String toString() {
            return "mongod-" + (number + 1);
        }
    }

    /** Whichever member it is at the moment. */
    private static final class Primary implements Victim {
        private final ReplicaSet store;
        private int killed;

        Primary(ReplicaSet store) {
            this.store = store;
        }

        @Override
        public void kill() {
            awaitPrimary(store);
            killed = store.primary().orElse(0);
            store.kill(killed);
        }

        @Override
        public void restart() {
            store.restart(killed);
        }

        @Override
        public void awaitServing() {
            awaitPrimary(store);
        }

        @Override
        public String toString() {
            return "primary";
        }
    }

    private static void awaitPrimary(ReplicaSet store) {
        Awaitility.await("a primary")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> store.primary().isPresent());
    }
}
