package io.syncopate.assessment.learner;

import io.syncopate.assessment.brief.Brief;

import java.util.List;
import java.util.Locale;

/** Ways to help those who struggle alone: designed for the middle, they hold the edges. */
public enum Support {
    STUDY_SCHEDULE(
            "Give everybody a detailed study schedule: what to do in which week, and how long it"
                    + " takes."),
    BUDDY("Give each learner a mentor or a buddy, and a day in the week on which the two talk."),
    WEEKLY_MAIL("Send a mail each week that says where they stand, with one tip on how to study."),
    QUIZZES_AND_BRANCHES(
            "Put quizzes and branching cases into the modules: they guide where nobody sits"
                    + " beside."),
    STUDY_GROUPS(
            "Offer a live study group that nobody has to come to, for who needs a fixed hour.");

    private final String text;

    Support(String text) {
        this.text = text;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String text() {
        return text;
    }

    /** Where many, or some, find it hard to study by themselves. */
    static List<Support> of(Brief brief) {
        boolean needed =
                brief.is("audience.self_regulation", "LOW")
                        || brief.is("audience.self_regulation", "MIXED");
        return needed ? List.of(values()) : List.of();
    }
}
