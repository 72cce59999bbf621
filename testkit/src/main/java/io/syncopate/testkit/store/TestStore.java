package io.syncopate.testkit.store;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;

/**
 * A database of its own for one test method.
 *
 * @param kind of the store
 * @param uri of the server, without the database
 * @param client shared by all tests on this kind of store; not to be closed
 */
public record TestStore(StoreKind kind, String uri, MongoClient client, String databaseName) {

    public MongoDatabase database() {
        return client.getDatabase(databaseName);
    }
}
