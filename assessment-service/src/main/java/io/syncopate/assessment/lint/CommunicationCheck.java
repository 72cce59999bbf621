package io.syncopate.assessment.lint;

import java.util.stream.Stream;

/** What learners have to be told before it starts. */
final class CommunicationCheck implements Check {

    private static final String PATH = "design.communication.";

    @Override
    public Stream<Finding> in(Plan plan) {
        return Stream.of(
                        missing(
                                plan,
                                plan.hasLive()
                                        && !plan.flag("history.attendance_rule_communicated"),
                                "attendance",
                                "when they have to attend",
                                "Tell them for each live session whether it is mandatory,"
                                        + " recommended or optional."),
                        missing(
                                plan,
                                plan.hasSelfPaced(),
                                "access",
                                "how to get at self-paced material",
                                "Tell them where it is and from when to when they can use it."),
                        missing(
                                plan,
                                true,
                                "feedback",
                                "how feedback reaches them",
                                "Tell them who answers, where, and within which time."))
                .flatMap(each -> each);
    }

    private static Stream<Finding> missing(
            Plan plan, boolean needed, String what, String inWords, String remedy) {
        if (!needed || plan.flag(PATH + what)) {
            return Stream.empty();
        }
        boolean denied = plan.brief().states(PATH + what);
        return Stream.of(
                new Finding(
                        what + "-uncommunicated",
                        denied ? Severity.ERROR : Severity.WARNING,
                        "brief." + PATH + what,
                        "%s that learners are told %s; who does not know is confused and drops out."
                                .formatted(
                                        denied ? "It is not planned" : "It is not stated", inWords),
                        remedy,
                        Finding.source(
                                "L-057",
                                "Common mistakes: neglecting to communicate the workflow"
                                        + " clearly")));
    }
}
