package io.syncopate.e2e.replicas;

import io.syncopate.testkit.store.ReplicaSet;

/** How the processes reach each other: directly, or through something that disturbs them. */
public interface Wiring {

    /** The port at which one process reaches another that listens on this one. */
    int port(String from, String to, int port);

    /** The connection string of the store for one process. */
    String store(String from);

    static Wiring direct(ReplicaSet store) {
        return new Wiring() {
            @Override
            public int port(String from, String to, int port) {
                return port;
            }

            @Override
            public String store(String from) {
                return store.uri();
            }
        };
    }
}
