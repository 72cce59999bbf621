package io.syncopate.scheduling.cohort;

import io.syncopate.kernel.RefusedException;

import java.util.List;
import java.util.Map;

/** What a cohort refuses. */
public abstract sealed class CohortException extends RefusedException {

    private static final long serialVersionUID = 1;

    private CohortException(Kind kind, String reason, String message, String cohort) {
        super(
                kind,
                reason,
                message,
                Map.of(RESOURCE_TYPE, "cohort", RESOURCE_NAME, "cohorts/" + cohort),
                List.of(new Violation("cohorts/" + cohort, message)));
    }

    /** Only an empty cohort can be deleted. */
    public static final class NotEmpty extends CohortException {
        private static final long serialVersionUID = 1;

        NotEmpty(String cohort) {
            super(
                    Kind.FAILED_PRECONDITION,
                    "COHORT_NOT_EMPTY",
                    "cohort '%s' has participants: expected none".formatted(cohort),
                    cohort);
        }
    }

    /** There is nobody to plan for. */
    public static final class Empty extends CohortException {
        private static final long serialVersionUID = 1;

        Empty(String cohort) {
            super(
                    Kind.FAILED_PRECONDITION,
                    "COHORT_EMPTY",
                    "cohort '%s' has no participants: expected at least one".formatted(cohort),
                    cohort);
        }
    }

    /** The person is in the cohort. */
    public static final class AlreadyParticipates extends CohortException {
        private static final long serialVersionUID = 1;

        AlreadyParticipates(Participant participant) {
            super(
                    Kind.ALREADY_EXISTS,
                    "ALREADY_PARTICIPATES",
                    "people/%s is in cohort '%s' already"
                            .formatted(participant.person(), participant.cohort()),
                    participant.cohort());
        }
    }
}
