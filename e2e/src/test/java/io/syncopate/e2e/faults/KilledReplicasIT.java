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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Gateways, services, members of the store and its primary are killed under load. */
@Tag("kind:replicas")
@EnabledIfSystemProperty(
        named = "syncopate.proofs",
        matches = "true",
        disabledReason = "long: run it with -Dsyncopate.proofs=true")
@TestInstance(Lifecycle.PER_CLASS)
class KilledReplicasIT {

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
                        .containsExactlyInAnyOrderElementsOf(
                                logs.read(service.label()).stream()
                                        .map(LoggedEvent::asInTheFeed)
                                        .toList());
            }
        }
    }

    /** Each service, the primary and the rest of the store as often as the gateways. */
    private List<List<Victim>> victims() {
        var victims = new ArrayList<List<Victim>>();
        victims.add(processes(replicas.gateways()));
        for (Service service : Service.values()) {
            victims.add(processes(replicas.of(service)));
        }
        victims.add(List.of(new Member(store, "primary", 0)));
        victims.add(List.of(new Member(store, "secondary", 1), new Member(store, "secondary", 2)));
        return victims;
    }

    private static List<Victim> processes(List<Replica> replicas) {
        return replicas.stream().<Victim>map(Process::new).toList();
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

    /** Whichever member has the role at the moment. */
    private static final class Member implements Victim {
        private final ReplicaSet store;
        private final String role;
        private final int afterPrimary;
        private int killed;

        /** @param afterPrimary 0 for the primary itself */
        Member(ReplicaSet store, String role, int afterPrimary) {
            this.store = store;
            this.role = role;
            this.afterPrimary = afterPrimary;
        }

        @Override
        public void kill() {
            int primary = awaitPrimary(store);
            // With a primary there is a majority: of the other two, one at most is down already.
            killed =
                    IntStream.of(afterPrimary, MEMBERS - afterPrimary)
                            .map(after -> (primary + after) % MEMBERS)
                            .filter(store::isRunning)
                            .findFirst()
                            .orElseThrow();
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
            return role;
        }
    }

    private static int awaitPrimary(ReplicaSet store) {
        return Awaitility.await("a primary")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .until(store::primary, Optional::isPresent)
                .orElseThrow();
    }
}
