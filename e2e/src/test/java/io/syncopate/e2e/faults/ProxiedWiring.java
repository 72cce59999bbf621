package io.syncopate.e2e.faults;

import io.syncopate.e2e.replicas.Wiring;
import io.syncopate.testkit.store.ReplicaSet;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Every way between two processes, and from each to the store, leads through a proxy of its own. */
final class ProxiedWiring implements Wiring {

    private final Toxiproxy toxiproxy;
    private final String store;
    private final Set<String> ways = new TreeSet<>();

    /** @param store of one member: a client of several would ask them for their own addresses */
    ProxiedWiring(Toxiproxy toxiproxy, ReplicaSet store) {
        this.toxiproxy = toxiproxy;
        this.store = store.addresses().getFirst();
    }

    @Override
    public int port(String from, String to, int port) {
        return way(from, to, port);
    }

    @Override
    public String store(String from) {
        int port = Integer.parseInt(store.substring(store.indexOf(':') + 1));
        return "mongodb://127.0.0.1:%d/?directConnection=true".formatted(way(from, "store", port));
    }

    /** Those that lead from what begins with one name to what begins with the other. */
    List<String> ways(String from, String to) {
        return ways.stream()
                .filter(way -> way.startsWith(from) && way.contains("-to-" + to))
                .toList();
    }

    private int way(String from, String to, int port) {
        String name = from + "-to-" + to;
        ways.add(name);
        return toxiproxy.proxy(name, port);
    }
}
