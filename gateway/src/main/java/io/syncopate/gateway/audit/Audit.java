package io.syncopate.gateway.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** What is written down and for how long. */
public final class Audit {

    private static final int BATCH = 500;

    private final AuditEntries entries;
    private final Duration kept;
    private final Clock clock;

    /**
     * @param kept how long after it happened
     */
    public Audit(AuditEntries entries, Duration kept, Clock clock) {
        this.entries = entries;
        this.kept = kept;
        this.clock = clock;
    }

    /** Whether what happened then is still of interest: a log that is read anew begins years ago. */
    public boolean isKept(Instant time) {
        return !time.isBefore(end());
    }

    public void add(AuditEntry entry) {
        entries.add(entry);
    }

    /** Removes what was kept long enough. Any number of replicas may do it at once. */
    public void forget() {
        Instant end = end();
        while (entries.forget(end, BATCH) == BATCH) {}
    }

    private Instant end() {
        return clock.instant().minus(kept);
    }
}
