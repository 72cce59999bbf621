package io.syncopate.assessment.pilot;

/**
 * What those in a pilot said of one thing.
 *
 * @param rating mean, from 1 (poor) to 5
 * @param respondents how many answered
 */
public record Feedback(Kind kind, double rating, int respondents, String comment) {

    /** The middle of the scale: below it more are unhappy than happy. */
    private static final double ADVERSE_BELOW = 3;

    /** The guide's four. */
    public enum Kind {
        TIMING,
        ENGAGEMENT,
        COGNITIVE_LOAD,
        TECHNICAL_ISSUES
    }

    boolean adverse() {
        return rating < ADVERSE_BELOW;
    }
}
