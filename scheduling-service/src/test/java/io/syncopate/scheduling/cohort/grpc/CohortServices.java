package io.syncopate.scheduling.cohort.grpc;

import io.grpc.BindableService;
import io.syncopate.scheduling.cohort.Cohorts;
import io.syncopate.scheduling.cohort.DeleteCohort;
import io.syncopate.scheduling.cohort.EnrolParticipant;
import io.syncopate.scheduling.cohort.Participants;

/** The adapter for tests elsewhere. */
public final class CohortServices {

    private CohortServices() {}

    public static BindableService of(Cohorts cohorts, Participants participants) {
        return new CohortGrpcService(
                cohorts,
                participants,
                new EnrolParticipant(cohorts, participants),
                new DeleteCohort(cohorts, participants));
    }
}
