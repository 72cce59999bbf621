package io.syncopate.assessment.cost;

import io.syncopate.assessment.brief.Brief;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What planned recordings take, in hours of work rounded up.
 *
 * @param capacity hours that the planned editors have, working on nothing else
 * @param fittingMinutes finished minutes that usually fit into those hours
 */
public record ProductionEstimate(
        int finishedMinutes,
        int lowHours,
        int likelyHours,
        int highHours,
        OptionalInt capacity,
        OptionalInt fittingMinutes,
        String source) {

    private static final int HOUR = 60;

    /** Empty when the brief plans no recordings. */
    public static Optional<ProductionEstimate> of(Brief brief) {
        double minutes =
                brief.number("plan.videos").orElse(0) * brief.number("plan.minutes_each").orElse(0);
        return minutes == 0 ? Optional.empty() : Optional.of(ofMinutes(brief, (long) minutes));
    }

    /** Whether it usually takes longer than there are hours. */
    public boolean isBeyondCapacity() {
        return capacity.isPresent() && likelyHours > capacity.getAsInt();
    }

    /** Whether it may take longer than there are hours. */
    public boolean mayBeBeyondCapacity() {
        return capacity.isPresent() && highHours > capacity.getAsInt();
    }

    private static ProductionEstimate ofMinutes(Brief brief, long minutes) {
        OptionalDouble editors = brief.number("plan.editors");
        OptionalDouble weeks = brief.number("plan.weeks");
        OptionalInt capacity =
                editors.isPresent() && weeks.isPresent()
                        ? OptionalInt.of(
                                (int)
                                        (editors.getAsDouble()
                                                * weeks.getAsDouble()
                                                * Figures.HOURS_OF_A_WEEK))
                        : OptionalInt.empty();
        return new ProductionEstimate(
                (int) minutes,
                hours(minutes, Figures.VIDEO_HOURS.low()),
                hours(minutes, Figures.VIDEO_HOURS.likely()),
                hours(minutes, Figures.VIDEO_HOURS.high()),
                capacity,
                capacity.isPresent()
                        ? OptionalInt.of(
                                Math.toIntExact(
                                        (long) capacity.getAsInt()
                                                * HOUR
                                                / Figures.VIDEO_HOURS.likely()))
                        : OptionalInt.empty(),
                Figures.VIDEO_SOURCE);
    }

    private static int hours(long minutes, int perHour) {
        return Math.toIntExact(Math.ceilDiv(minutes * perHour, HOUR));
    }
}
