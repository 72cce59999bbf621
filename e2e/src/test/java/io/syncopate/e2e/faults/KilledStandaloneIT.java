package io.syncopate.e2e.faults;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;

import io.syncopate.e2e.StandaloneProcess;
import io.syncopate.store.EmbeddedStore;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The whole of the standalone, its embedded store with it, is killed under load. */
@Tag("kind:processes")
@EnabledIfSystemProperty(
        named = "syncopate.proofs",
        matches = "true",
        disabledReason = "long: run it with -Dsyncopate.proofs=true")
class KilledStandaloneIT {

    @TempDir private Path directory;

    @Test
    void nothingAcknowledgedIsLostOrDoneTwice() throws Exception {
        Run run = Run.configured(8);
        try (var standalone = new Standalone(directory)) {
            // One that is whole again works for up to ten seconds.
            Run.Outcome outcome =
                    run.against(
                            standalone.process().api(),
                            new Killer.Pace(10_000, 200, 1),
                            List.of(List.of(standalone)));
            Verdict.print("killed standalone, embedded store", run, outcome);
            Verdict.check(
                    run, outcome, new ReadBack(standalone.process().api()), standalone::logOf);
        }
    }

    private static final class Standalone implements Victim, AutoCloseable {
        private final Path directory;
        private final String port;
        private StandaloneProcess process;
        private @Nullable EmbeddedStore store;

        Standalone(Path directory) throws IOException {
            this.directory = directory;
            try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                this.port = "--server.port=" + socket.getLocalPort();
            }
            this.process = StandaloneProcess.start(directory, Optional.empty(), port);
            process.address();
        }

        StandaloneProcess process() {
            return process;
        }

        @Override
        public void kill() {
            process.kill();
        }

        @Override
        public void restart() {
            process = StandaloneProcess.start(directory, Optional.empty(), port);
        }

        @Override
        public void awaitServing() {
            process.address();
        }

        /** Ends it for good: its files are its own as long as it runs. */
        List<LoggedEvent> logOf(String owner) {
            process.close();
            EmbeddedStore files = store;
            if (files == null) {
                files =
                        EmbeddedStore.open(
                                directory.resolve("store"), EmbeddedStore.Options.defaults());
                store = files;
            }
            try (MongoClient client = MongoClients.create(files.connectionString())) {
                return new EventLogs(client, "syncopate_").read(owner);
            }
        }

        @Override
        public void close() {
            process.close();
            if (store != null) {
                store.close();
            }
        }

        @Override
        public String toString() {
            return "standalone";
        }
    }
}
