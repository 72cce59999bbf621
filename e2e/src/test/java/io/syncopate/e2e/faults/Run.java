package io.syncopate.e2e.faults;

import io.syncopate.e2e.Api;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;

/**
 * A load beside a killer, until there were enough kills and enough acknowledged writes.
 *
 * @param seed by {@code -Dsyncopate.faults.seed}, else drawn; told with the result
 * @param kills at least so many
 * @param writes acknowledged by the three services at least
 */
record Run(long seed, int workers, int kills, int writes) {

    /** How long nothing may be answered when all that was killed serves again. */
    private static final Duration STALLED = Duration.ofMinutes(1);

    /** As the properties {@code syncopate.faults.*} say. */
    static Run configured(int workers) {
        boolean full = Boolean.getBoolean("syncopate.faults.full");
        return new Run(
                Long.getLong("syncopate.faults.seed", System.nanoTime() % 1_000_000),
                workers,
                Integer.getInteger("syncopate.faults.kills", full ? 20 : 5),
                Integer.getInteger("syncopate.faults.writes", full ? 5_000 : 1_000));
    }

    record Outcome(History history, List<Killer.Kill> kills, Duration took) {}

    Outcome against(Api api, Killer.Pace pace, List<List<Victim>> victims)
            throws InterruptedException, ExecutionException {
        var load = new Load(api, seed);
        long begin = System.nanoTime();
        load.start(workers);
        List<Killer.Kill> done;
        try {
            done = new Killer(seed, pace, victims).kill(kills);
            load.history().awaitAcknowledged(writes, STALLED);
        } finally {
            load.stop();
        }
        return new Outcome(load.history(), done, Duration.ofNanos(System.nanoTime() - begin));
    }
}
