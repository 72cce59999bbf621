package io.syncopate.scheduling.cohort;

import io.syncopate.kernel.Command;
import io.syncopate.kernel.Etags;
import io.syncopate.kernel.Versioned;
import io.syncopate.scheduling.cohort.CohortEvent.CohortClosed;
import io.syncopate.scheduling.cohort.CohortEvent.CohortDeleted;
import io.syncopate.scheduling.cohort.CohortEvent.CohortReopened;

/**
 * Deletes a cohort without participants. It is closed first, so that nobody joins between the count
 * and the deletion; interrupted in between, the same call carries on.
 */
public final class DeleteCohort {

    private final Cohorts cohorts;
    private final Participants participants;

    public DeleteCohort(Cohorts cohorts, Participants participants) {
        this.cohorts = cohorts;
        this.participants = participants;
    }

    /**
     * @param etag the one that the caller saw; empty for whatever is there
     * @throws CohortException.NotEmpty when somebody takes part
     */
    public void delete(Command by, String id, String etag) {
        Versioned<Cohort> cohort = cohorts.get(by.reach(), id);
        if (!cohort.value().closing()) {
            Etags.check(etag, cohort);
            requireEmpty(by, id);
            cohort = cohorts.change(by, cohort, cohort.value().closed(), new CohortClosed());
        }
        try {
            requireEmpty(by, id);
        } catch (CohortException.NotEmpty e) {
            cohorts.change(
                    step(by, id, "reopen"),
                    cohort,
                    cohort.value().reopened(),
                    new CohortReopened());
            throw e;
        }
        cohorts.remove(step(by, id, "delete"), cohort, new CohortDeleted());
    }

    private void requireEmpty(Command by, String id) {
        if (participants.hasAny(by.tenant(), id)) {
            throw new CohortException.NotEmpty(id);
        }
    }

    private static Command step(Command by, String id, String step) {
        return Command.internal(
                by.by(),
                "syncopate.scheduling.DeleteCohort",
                id + "/" + step + "@" + by.at(),
                by.at());
    }
}
