package io.syncopate.assessment.program;

import io.syncopate.kernel.Aggregates;
import io.syncopate.kernel.Located;

import java.time.Instant;
import java.util.List;

/** Keeps the programmes. */
public interface Programs extends Aggregates<Program> {

    /**
     * Launches whose next attempt is due, over all tenants, the longest waiting first.
     *
     * @param limit most to return
     */
    List<Located> dueLaunches(Instant at, int limit);

    /**
     * Programmes that run and whose learners are to be reminded, over all tenants, the longest waiting
     * first.
     *
     * @param limit most to return
     */
    List<Located> dueReminders(Instant at, int limit);
}
