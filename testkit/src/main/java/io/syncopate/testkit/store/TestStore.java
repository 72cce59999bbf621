package io.syncopate.testkit.store;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;

/**
 * A database of its own for one test method.
 *
 * @param kind of the store
 * @param uri of the server, without the database
 * @param client shared by all tests on this kind of store; not to be closed. A command that does not find its shard fails the
 *     test
 * @param unguarded the same for the tests' own looks and changes
 */
public record TestStore(
        StoreKind kind,
        String uri,
        MongoClient client,
        MongoClient unguarded,
        String databaseName) {

    public MongoDatabase database() {
        return client.getDatabase(databaseName);
    }

    /** The same database for a test that looks at, or changes, what an adapter has stored: any command will do. */
    public MongoDatabase behindTheAdapter() {
        return unguarded.getDatabase(databaseName);
    }
}
