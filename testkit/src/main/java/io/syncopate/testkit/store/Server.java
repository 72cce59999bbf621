package io.syncopate.testkit.store;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;

/** A running server with clients, shared by all tests of the JVM. */
record Server(String uri, MongoClient client, MongoClient unguarded, ShardKeyGuard guard) {

    static Server at(String uri) {
        var guard = new ShardKeyGuard();
        var settings =
                MongoClientSettings.builder()
                        .applyConnectionString(new ConnectionString(uri))
                        .addCommandListener(guard);
        return new Server(
                uri, MongoClients.create(settings.build()), MongoClients.create(uri), guard);
    }
}
