package io.syncopate.assessment.cost;

/** Something that costs are reckoned from. Rates and prices are in minor units of the currency. */
public enum Input {
    LEARNERS(1, Input.MOST_LEARNERS),
    COHORTS(1, 1000),
    CONTENT_MINUTES(1, 60_000),
    LIVE_PERMILLE(1, 999),
    SESSION_MINUTES(1, 1440),
    GROUP_SIZE(1, 100_000),
    LIVE_DEVELOPMENT_HOURS(0, 5000),
    SELF_PACED_DEVELOPMENT_HOURS(0, 5000),
    PREPARATION_MINUTES(0, 6000),
    FEEDBACK_MINUTES(0, 6000),
    REFRESH_PERMILLE(0, 1000),
    PRODUCER_HOUR(0, Input.MOST_FOR_ONE),
    FACILITATOR_HOUR(0, Input.MOST_FOR_ONE),
    LEARNER_HOUR(0, Input.MOST_FOR_ONE),
    LIVE_LICENCE(0, 1_000_000_000),
    PLATFORM_LICENCE(0, Input.MOST_FOR_ONE),
    SESSION_SUPPORT(0, Input.MOST_FOR_ONE),
    LEARNER_SUPPORT(0, Input.MOST_FOR_ONE);

    /** Of a cohort: as many as a brief may state. */
    static final int MOST_LEARNERS = 10_000_000;

    private static final int MOST_FOR_ONE = 100_000_000;

    private final int least;
    private final int most;

    Input(int least, int most) {
        this.least = least;
        this.most = most;
    }

    public int least() {
        return least;
    }

    public int most() {
        return most;
    }

    boolean takes(int value) {
        return value >= least && value <= most;
    }

    /** Whether a published value of it is in a certain currency. */
    boolean isRate() {
        return switch (this) {
            case PRODUCER_HOUR, FACILITATOR_HOUR, LEARNER_HOUR -> true;
            case LEARNERS,
                    COHORTS,
                    CONTENT_MINUTES,
                    LIVE_PERMILLE,
                    SESSION_MINUTES,
                    GROUP_SIZE,
                    LIVE_DEVELOPMENT_HOURS,
                    SELF_PACED_DEVELOPMENT_HOURS,
                    PREPARATION_MINUTES,
                    FEEDBACK_MINUTES,
                    REFRESH_PERMILLE,
                    LIVE_LICENCE,
                    PLATFORM_LICENCE,
                    SESSION_SUPPORT,
                    LEARNER_SUPPORT ->
                    false;
        };
    }

    /** Larger groups and longer sessions mean fewer of them. */
    boolean isCheaperWhenMore() {
        return this == GROUP_SIZE || this == SESSION_MINUTES;
    }
}
