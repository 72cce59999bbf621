package io.syncopate.testkit.store;

import com.mongodb.client.MongoClient;

/** A running server with a client, shared by all tests of the JVM. */
record Server(String uri, MongoClient client) {}
