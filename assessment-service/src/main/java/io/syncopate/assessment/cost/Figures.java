package io.syncopate.assessment.cost;

import io.syncopate.assessment.cost.Assumption.Origin;

import java.util.Currency;
import java.util.List;

/** Figures that somebody published, and what is taken where nobody did. Any of them can be replaced. */
final class Figures {

    /** Of the published rates. */
    static final Currency USD = Currency.getInstance("USD");

    static final Assumption LIVE_DEVELOPMENT =
            published(
                    Input.LIVE_DEVELOPMENT_HOURS,
                    new Range(14, 28, 69),
                    "Kapp, Defelice and ATD: 28 hours for an hour of live virtual training in 2017,"
                            + " 69 in 2009; the least is half the likely, as such studies differ by"
                            + " twice and more (td.org,"
                            + " eleapsoftware.com/one-hour-training-challenge)");

    static final Assumption SELF_PACED_DEVELOPMENT =
            published(
                    Input.SELF_PACED_DEVELOPMENT_HOURS,
                    new Range(35, 71, 184),
                    "Kapp, Defelice and ATD 2017: 71 hours for an hour of e-learning with limited"
                        + " interaction; Chapman Alliance 2010: 184 (3,947 developers); the least"
                        + " is half the likely, as such studies differ by twice and more");

    static final Assumption PREPARATION =
            published(
                    Input.PREPARATION_MINUTES,
                    new Range(60, 60, 180),
                    "Virtual Training Basics, 2nd ed., ch. 5: at least an hour for an hour of known"
                            + " material; blog.sessionlab.com survey: about three for a standard"
                            + " training");

    static final Assumption SESSION =
            published(
                    Input.SESSION_MINUTES,
                    Range.of(60),
                    "Huggett 2019: 60 minutes is the most common length of a virtual class");

    static final Assumption PRACTICE_GROUP =
            published(
                    Input.GROUP_SIZE,
                    Range.of(15),
                    "At most 15 where people practise: ACTFL for languages; bowperson.com 2020,"
                            + " citing five authors, 12 to 15");

    static final Assumption DISCUSSION_GROUP =
            published(
                    Input.GROUP_SIZE,
                    Range.of(20),
                    "At most 20 for live engagement: bowperson.com 2020 and actineo.xyz, citing"
                            + " five authors; Huggett 2019: most virtual classes have under 20");

    /** 3,938 for a finished hour that took 49 hours. */
    static final Assumption PRODUCER =
            published(
                    Input.PRODUCER_HOUR,
                    Range.of(8037),
                    "Chapman 2013: USD 3,938 for a finished hour that took 49 hours"
                            + " (chapmanalliance.com/blendedlearningstudy, 188 respondents)");

    static final Assumption FACILITATOR =
            published(
                    Input.FACILITATOR_HOUR,
                    Range.of(6000),
                    "LERN on contract trainers: about USD 60 an hour for a small company, and"
                        + " several times that for a large one (blog.lern.com, contract training"
                        + " pay rates); a rule of thumb");

    static final Assumption LEARNER =
            published(
                    Input.LEARNER_HOUR,
                    Range.of(4035),
                    "US Bureau of Labor Statistics: employers' costs of USD 40.35 for an hour"
                            + " worked, all civilian workers, December 2021 (USDL-22-0469)");

    static final Assumption HALF_LIVE =
            assumed(
                    Input.LIVE_PERMILLE,
                    500,
                    "Half and half: the activities do not say how a blend would divide");

    static final Assumption ONE_COHORT = assumed(Input.COHORTS, 1, "A single run");

    static final List<Assumption> NOTHING_KNOWN =
            List.of(
                    nothing(Input.FEEDBACK_MINUTES),
                    nothing(Input.REFRESH_PERMILLE),
                    nothing(Input.LIVE_LICENCE),
                    nothing(Input.PLATFORM_LICENCE),
                    nothing(Input.SESSION_SUPPORT),
                    nothing(Input.LEARNER_SUPPORT));

    /** Hours for a finished hour of video: UT Arlington's for ten minutes, times six. */
    static final Range VIDEO_HOURS = new Range(39, 69, 213);

    static final String VIDEO_SOURCE =
            "UT Arlington: ten finished minutes take 6.5 hours without graphics, 11.5 with slides"
                    + " on half of it, 35.5 with moving pictures on three quarters"
                    + " (uta.pressbooks.pub/onlinelearning, ch. 10)";

    /** More than anybody has for it: a lower bound of what is missing. */
    static final int HOURS_OF_A_WEEK = 40;

    private Figures() {}

    private static Assumption published(Input input, Range range, String source) {
        return new Assumption(input, range, Origin.PUBLISHED, source);
    }

    private static Assumption assumed(Input input, int value, String source) {
        return new Assumption(input, Range.of(value), Origin.ASSUMED, source);
    }

    private static Assumption nothing(Input input) {
        return assumed(input, 0, "Nobody published a figure, and nothing was stated");
    }
}
