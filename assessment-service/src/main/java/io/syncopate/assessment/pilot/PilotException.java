package io.syncopate.assessment.pilot;

import io.syncopate.kernel.RefusedException;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the state of a pilot does not allow. The reasons are part of the contract. */
public abstract sealed class PilotException extends RefusedException {

    private static final long serialVersionUID = 1;

    private PilotException(String reason, String message, List<Violation> violations) {
        super(Kind.FAILED_PRECONDITION, reason, message, Map.of(), violations);
    }

    public static final class Missing extends PilotException {
        private static final long serialVersionUID = 1;

        public Missing(String message) {
            super(
                    "PILOT_MISSING",
                    message,
                    List.of(Violation.missing("pilot", "a finished pilot")));
        }
    }

    public static final class UnderWay extends PilotException {
        private static final long serialVersionUID = 1;

        public UnderWay() {
            super(
                    "PILOT_UNDER_WAY",
                    "a pilot is under way and something was recorded for it: finish it before"
                            + " another one is planned",
                    List.of());
        }
    }

    static final class Finished extends PilotException {
        private static final long serialVersionUID = 1;

        Finished() {
            super(
                    "PILOT_FINISHED",
                    "the pilot is finished and cannot be changed: plan another one",
                    List.of());
        }
    }

    static final class Incomplete extends PilotException {
        private static final long serialVersionUID = 1;

        Incomplete(List<Violation> missing) {
            super(
                    "PILOT_INCOMPLETE",
                    "the pilot cannot be finished: "
                            + missing.stream()
                                    .map(each -> each.field() + " " + each.description())
                                    .collect(Collectors.joining("; ")),
                    missing);
        }
    }

    public static final class ChangeOutstanding extends PilotException {
        private static final long serialVersionUID = 1;

        public ChangeOutstanding(String piloted) {
            super(
                    "PILOT_CHANGE_OUTSTANDING",
                    "the pilot showed that the workflow has to change: change the brief, assess,"
                            + " and accept another assessment than the piloted one",
                    List.of(
                            Violation.of(
                                    "accepted_assessment",
                                    piloted,
                                    "another assessment than the one that was tried")));
        }
    }

    public static final class LaunchBeforeItEnds extends PilotException {
        private static final long serialVersionUID = 1;

        public LaunchBeforeItEnds(java.time.LocalDate start, java.time.LocalDate end) {
            super(
                    "LAUNCH_BEFORE_PILOT_ENDS",
                    "the launch from %s would start before the pilot is over: expected a day after %s"
                            .formatted(start, end),
                    List.of(Violation.of("start_date", start, "a day after " + end)));
        }
    }
}
