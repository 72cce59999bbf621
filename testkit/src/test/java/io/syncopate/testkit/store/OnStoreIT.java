package io.syncopate.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;

import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.Set;

@OnStore({StoreKind.EMBEDDED, StoreKind.MONGOD, StoreKind.DOCKER})
class OnStoreIT {

    private static final Set<String> DATABASES = new HashSet<>();
    private static final Set<String> APPLICATIONS = new HashSet<>(Set.of("never"));

    private final TestStore constructed;

    OnStoreIT(TestStore store) {
        this.constructed = store;
    }

    @BeforeEach
    void insertsOne(TestStore store) {
        documents(store).insertOne(new Document("_id", 1));
    }

    @Test
    void givesTheSameDatabaseToTheWholeOfATest(TestStore store) {
        assertThat(store).isEqualTo(constructed);
        assertThat(documents(store).countDocuments()).isEqualTo(1);
        assertThat(DATABASES.add(store.databaseName())).isTrue();
    }

    @Test
    void givesAnotherDatabaseToAnotherTest(TestStore store) {
        assertThat(documents(store).countDocuments()).isEqualTo(1);
        assertThat(DATABASES.add(store.databaseName())).isTrue();
    }

    @Test
    void isOnTheStoreItSays(TestStore store) {
        Document hello =
                store.client().getDatabase("admin").runCommand(new Document("isMaster", 1));
        assertThat(hello.containsKey("setName")).isEqualTo(store.kind() != StoreKind.EMBEDDED);
    }

    @Test
    void dropsWhatAnApplicationNamesAfterIt(TestStore store) {
        String other = store.databaseName() + "_orders";
        store.client().getDatabase(other).getCollection("orders").insertOne(new Document());
        APPLICATIONS.add(other);
        assertThat(store.client().listDatabaseNames()).contains(other);
    }

    @AfterAll
    static void leftNothingBehind() {
        for (StoreKind kind : StoreKind.values()) {
            if (Servers.get(kind) instanceof Availability.Here(Server server)) {
                assertThat(server.client().listDatabaseNames())
                        .doesNotContainAnyElementsOf(APPLICATIONS);
            }
        }
    }

    private static MongoCollection<Document> documents(TestStore store) {
        return store.database().getCollection("documents");
    }
}
