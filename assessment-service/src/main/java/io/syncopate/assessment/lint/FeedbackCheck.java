package io.syncopate.assessment.lint;

import java.util.stream.Stream;

/** When self-paced learners get answers. */
final class FeedbackCheck implements Check {

    private static final String TURNAROUND = "design.feedback_turnaround_hours";

    /** The guide's check-ins are weekly: what takes longer comes after the next one. */
    private static final int A_WEEK = 7 * 24;

    @Override
    public Stream<Finding> in(Plan plan) {
        if (!plan.hasSelfPaced()) {
            return Stream.empty();
        }
        double hours = plan.brief().number(TURNAROUND).orElse(-1);
        if (hours < 0) {
            return Stream.of(
                    finding(
                            "feedback-turnaround-unset",
                            answersOtherwise(plan) ? Severity.INFO : Severity.WARNING,
                            "No time is promised within which self-paced learners get an answer."
                                + " Without one they lose momentum, and misunderstandings stay.",
                            "State a turnaround, such as two working days, and keep it."));
        }
        return hours <= A_WEEK
                ? Stream.empty()
                : Stream.of(
                        finding(
                                "feedback-slow",
                                Severity.WARNING,
                                "Answers take up to %.0f hours. After more than a week learners have lost interest or moved on with the misunderstanding."
                                        .formatted(hours),
                                "Promise an answer within a week, or have quizzes answer at"
                                        + " once."));
    }

    private static boolean answersOtherwise(Plan plan) {
        return plan.flag("design.automated_feedback")
                || plan.brief().number("design.check_in_every_days").orElse(Integer.MAX_VALUE) <= 7;
    }

    private static Finding finding(String id, Severity severity, String text, String remedy) {
        return new Finding(
                id,
                severity,
                "brief." + TURNAROUND,
                text,
                remedy,
                Finding.source("L-016", "Feedback loops: the challenge is maintaining momentum"));
    }
}
