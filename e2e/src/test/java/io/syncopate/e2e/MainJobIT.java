package io.syncopate.e2e;

import io.syncopate.testkit.Rule;
import io.syncopate.testkit.store.OnStore;
import io.syncopate.testkit.store.StoreKind;
import io.syncopate.testkit.store.TestStore;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/**
 * Decide, schedule, produce, measure: over HTTP, a course and a training side by side. After each step
 * of the one or the other the standalone is killed, and both go on from what was answered before; on a
 * MongoDB, whose own journal holds the data, it is killed once.
 */
@OnStore({StoreKind.EMBEDDED, StoreKind.MONGOD})
@Tag("kind:processes")
class MainJobIT {

    @TempDir private Path directory;

    @Test
    @Rule({"L-059", "L-092"})
    void whatWasAnsweredIsThereAfterAKillAtAnyStep(TestStore store) {
        try (var lives = new Lives(directory, store)) {
            new MainJobStory(lives).run();
        }
    }

    /** The lives of a standalone, one after the other, on one store. */
    private static final class Lives implements MainJobStory.Platform, AutoCloseable {
        private final Path directory;
        private final TestStore store;
        private StandaloneProcess platform;

        Lives(Path directory, TestStore store) {
            this.directory = directory;
            this.store = store;
            this.platform = StandaloneProcess.start(directory, store);
        }

        @Override
        public Api api() {
            return platform.api();
        }

        @Override
        public void end() {
            platform.kill();
            platform = StandaloneProcess.start(directory, store);
        }

        /** Where it is the standalone's own files that have to hold what was answered. */
        @Override
        public void mayEnd() {
            switch (store.kind()) {
                case EMBEDDED -> end();
                case MONGOD, DOCKER -> {}
            }
        }

        @Override
        public void close() {
            platform.close();
        }
    }
}
