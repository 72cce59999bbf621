package io.syncopate.assessment.calibration;

import io.syncopate.assessment.model.ModelText.Points;

/**
 * What becomes of a criterion.
 *
 * @param before its weight, in thousandths of the trusted points; 0 where it is not calibrated
 * @param after the one that is proposed
 */
public record Change(
        String criterion,
        Standing standing,
        int before,
        int after,
        Points pointsBefore,
        Points pointsAfter,
        Votes votes) {

    /** In words. */
    public String text() {
        return switch (standing) {
            case NOT_IN_TOWARDS ->
                    "Stays as it is: the trusted model has no such criterion to hold it to.";
            case SET_BY_HAND ->
                    "Stays as it is: its points were set by hand and are no weight of the trusted"
                            + " ones.";
            case CALIBRATED -> calibrated();
        };
    }

    private String calibrated() {
        String moves =
                before == after
                        ? "Stays at %d".formatted(before)
                        : "From %d to %d".formatted(before, after);
        return "%s thousandths: %d programs spoke. Where it was for the workflow that ran, %d reached their targets and %d missed them; where it was against, %d reached and %d missed."
                .formatted(
                        moves,
                        votes.programs(),
                        votes.forReached(),
                        votes.forMissed(),
                        votes.againstReached(),
                        votes.againstMissed());
    }
}
