package io.syncopate.starter.mongo;

import io.syncopate.testkit.store.OnStore;
import io.syncopate.testkit.store.StoreKind;

/** The same on the public image of MongoDB, as Testcontainers starts it for who has nothing but Docker. */
@OnStore(StoreKind.DOCKER)
class MongoAggregatesInDockerIT extends MongoAggregatesIT {}
