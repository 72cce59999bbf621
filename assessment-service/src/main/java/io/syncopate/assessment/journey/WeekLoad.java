package io.syncopate.assessment.journey;

/**
 * What each of some weeks in a row asks of one learner.
 *
 * @param firstWeek 1 is the first of the journey
 * @param over whether it is more than learners have
 */
public record WeekLoad(
        int firstWeek, int lastWeek, int liveMinutes, int selfPacedMinutes, boolean over) {

    public int minutes() {
        return liveMinutes + selfPacedMinutes;
    }

    public int weeks() {
        return lastWeek - firstWeek + 1;
    }
}
