package io.syncopate.e2e.faults;

import java.util.List;

/** Something between two processes that goes wrong for a while. */
record Disturbance(Toxiproxy toxiproxy, Kind kind, List<String> ways) implements Victim {

    enum Kind {
        CUT,
        SLOW,
        HALF_OPEN
    }

    Disturbance {
        if (ways.isEmpty()) {
            throw new IllegalArgumentException("expected at least one way to disturb");
        }
    }

    @Override
    public void kill() {
        for (String way : ways) {
            switch (kind) {
                case CUT -> toxiproxy.cut(way);
                case SLOW -> toxiproxy.slow(way, 400, 300);
                case HALF_OPEN -> toxiproxy.halfOpen(way);
            }
        }
    }

    @Override
    public void restart() {
        ways.forEach(toxiproxy::heal);
    }

    @Override
    public void awaitServing() {
        // The load shows it.
    }

    @Override
    public String toString() {
        return kind + " " + ways.getFirst() + (ways.size() > 1 ? " and others" : "");
    }
}
