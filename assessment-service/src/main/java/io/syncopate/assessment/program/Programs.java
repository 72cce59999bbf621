package io.syncopate.assessment.program;

import io.syncopate.kernel.Aggregates;
import io.syncopate.kernel.TenantId;

import java.time.Instant;
import java.util.List;

/** Keeps the programmes. */
public interface Programs extends Aggregates<Program> {

    /**
     * Launches whose next attempt is due, over all tenants, the longest waiting first.
     *
     * @param limit most to return
     */
    List<DueLaunch> dueLaunches(Instant at, int limit);

    /**
     * Programmes that run and whose learners are to be reminded, over all tenants, the longest waiting
     * first.
     *
     * @param limit most to return
     */
    List<DueReminder> dueReminders(Instant at, int limit);

    /** A programme whose learners are to be reminded. */
    record DueReminder(TenantId tenant, String program) {}

    /** A programme whose launch is to be taken on. */
    record DueLaunch(TenantId tenant, String program) {}
}
