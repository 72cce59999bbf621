package io.syncopate.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

@OnStore({StoreKind.EMBEDDED, StoreKind.MONGOD})
class SharedOnStoreIT {

    private static final List<Application> STARTED = new ArrayList<>();

    private Application application;

    @BeforeEach
    void start(SharedOnStore shared) {
        application = shared.get(Application.class, Application::new);
    }

    @Test
    void givesTheSameToOneTest(TestStore store) {
        assertThat(application).isSameAs(STARTED.getLast());
        assertThat(application.closed).isFalse();
        assertThat(application.store.databaseName()).isNotEqualTo(store.databaseName());
    }

    @Test
    void andToAnother(TestStore store) {
        assertThat(application).isSameAs(STARTED.getLast());
        assertThat(application.store.kind()).isEqualTo(store.kind());
    }

    @AfterAll
    static void startedOneOnEachStoreAndClosedItBeforeTheStoreWasDropped() {
        assertThat(STARTED).isNotEmpty().allMatch(each -> each.closed);
        assertThat(STARTED).extracting(each -> each.store.kind()).doesNotHaveDuplicates();
    }

    /** Keeps one document. */
    private static final class Application implements AutoCloseable {
        private final TestStore store;
        private boolean closed;

        Application(TestStore store) {
            this.store = store;
            store.database().getCollection("documents").insertOne(new Document("_id", 1));
            STARTED.add(this);
        }

        @Override
        public void close() {
            closed = store.database().getCollection("documents").countDocuments() == 1;
        }
    }
}
