package io.syncopate.assessment.program;

import io.syncopate.kernel.RefusedException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the stage of a programme does not allow. The reasons are part of the contract. */
public abstract sealed class ProgramException extends RefusedException {

    private static final long serialVersionUID = 1;

    private ProgramException(Kind kind, String reason, String message) {
        super(kind, reason, message);
    }

    private ProgramException(String reason, String message, List<Violation> violations) {
        this(Kind.FAILED_PRECONDITION, reason, message, violations);
    }

    private ProgramException(Kind kind, String reason, String message, List<Violation> violations) {
        super(kind, reason, message, Map.of(), violations);
    }

    private static String described(List<Violation> violations) {
        return violations.stream()
                .map(each -> each.field() + " " + each.description())
                .collect(Collectors.joining("; "));
    }

    static final class NotAccepted extends ProgramException {
        private static final long serialVersionUID = 1;

        NotAccepted() {
            super(
                    Kind.FAILED_PRECONDITION,
                    "ASSESSMENT_NOT_ACCEPTED",
                    "no assessment is accepted: assess the program and accept one first");
        }
    }

    static final class NoMetrics extends ProgramException {
        private static final long serialVersionUID = 1;

        NoMetrics() {
            super(
                    "SUCCESS_METRICS_MISSING",
                    "no success metric is set: say before the launch how success will be measured",
                    List.of(Violation.missing("success_metrics", "at least 1 success metric")));
        }

        NoMetrics(List<Violation> withoutBaseline) {
            super(
                    "SUCCESS_METRICS_MISSING",
                    "a success metric has nothing to be compared with: "
                            + described(withoutBaseline),
                    withoutBaseline);
        }
    }

    static final class SheetIncomplete extends ProgramException {
        private static final long serialVersionUID = 1;

        SheetIncomplete(List<Violation> missing) {
            super(
                    "LEARNER_SHEET_INCOMPLETE",
                    "learners would not be told what they need to know: " + described(missing),
                    missing);
        }
    }

    static final class NothingToLaunch extends ProgramException {
        private static final long serialVersionUID = 1;

        NothingToLaunch() {
            super(
                    Kind.FAILED_PRECONDITION,
                    "NOTHING_TO_LAUNCH",
                    "the accepted journey has no activity: add activities, then assess and accept");
        }
    }

    /** Seen before anything is recorded: the other services would refuse it for good. */
    static final class NotLaunchable extends ProgramException {
        private static final long serialVersionUID = 1;

        NotLaunchable(List<Violation> violations) {
            super(
                    "JOURNEY_NOT_LAUNCHABLE",
                    "the accepted journey cannot become sessions and assets: "
                            + String.join(
                                    "; ", violations.stream().map(Violation::description).toList()),
                    violations);
        }
    }

    static final class AlreadyLaunched extends ProgramException {
        private static final long serialVersionUID = 1;

        AlreadyLaunched() {
            super(
                    Kind.FAILED_PRECONDITION,
                    "ALREADY_LAUNCHED",
                    "the program was launched already; its launch shows how far it is");
        }

        AlreadyLaunched(LocalDate from, LocalDate wanted) {
            super(
                    "ALREADY_LAUNCHED",
                    "the program is being launched from %s: expected that day to resume it; cancel the launch to start from %s"
                            .formatted(from, wanted),
                    List.of(Violation.of("start_date", wanted, from.toString())));
        }
    }

    static final class BeingCancelled extends ProgramException {
        private static final long serialVersionUID = 1;

        BeingCancelled() {
            super(
                    Kind.FAILED_PRECONDITION,
                    "LAUNCH_BEING_CANCELLED",
                    "what the launch made is being taken back; its launch shows how far that is");
        }
    }

    static final class NoLaunchUnderWay extends ProgramException {
        private static final long serialVersionUID = 1;

        NoLaunchUnderWay() {
            super(
                    Kind.FAILED_PRECONDITION,
                    "NO_LAUNCH_UNDER_WAY",
                    "there is no launch to cancel: expected one that was asked for and is not"
                            + " complete");
        }
    }

    static final class BeyondRecall extends ProgramException {
        private static final long serialVersionUID = 1;

        BeyondRecall() {
            super(
                    Kind.FAILED_PRECONDITION,
                    "LAUNCH_BEYOND_RECALL",
                    "people rely on what the launch made, or may do so: it can only go on; launch"
                            + " again to resume it where a step was refused");
        }
    }

    static final class AlreadyRunning extends ProgramException {
        private static final long serialVersionUID = 1;

        AlreadyRunning() {
            super(
                    Kind.FAILED_PRECONDITION,
                    "PROGRAM_RUNNING",
                    "the program was launched: its decision stands and it cannot be deleted");
        }
    }

    static final class NotLaunched extends ProgramException {
        private static final long serialVersionUID = 1;

        NotLaunched() {
            super(
                    Kind.FAILED_PRECONDITION,
                    "NOT_LAUNCHED",
                    "the program does not run: outcomes belong to one that was launched"
                            + " completely");
        }
    }

    static final class OutcomeDiffers extends ProgramException {
        private static final long serialVersionUID = 1;

        OutcomeDiffers(Run run) {
            super(
                    "OUTCOME_DIFFERS",
                    "cohort '%s' from %s was imported with other values: outcomes are never changed"
                            .formatted(run.cohort(), run.start()),
                    List.of(
                            Violation.of(
                                    "cohort",
                                    run.cohort(),
                                    "the values that were recorded, or a cohort of another name")));
        }
    }

    static final class NothingToReview extends ProgramException {
        private static final long serialVersionUID = 1;

        NothingToReview() {
            super(
                    Kind.FAILED_PRECONDITION,
                    "NOTHING_TO_REVIEW",
                    "no cohort has reported yet: record an outcome first");
        }
    }

    static final class AlreadySwitched extends ProgramException {
        private static final long serialVersionUID = 1;

        AlreadySwitched() {
            super(
                    Kind.FAILED_PRECONDITION,
                    "WORKFLOW_SWITCHED_ALREADY",
                    "the brief tells of an earlier switch: a second one would cost the trust of the"
                            + " learners; let the next cohort begin with another workflow");
        }

        AlreadySwitched(Instant first) {
            super(
                    Kind.FAILED_PRECONDITION,
                    "WORKFLOW_SWITCHED_ALREADY",
                    "the workflow was switched on %s already: a second switch would cost the trust of the learners; let the next cohort begin with another workflow"
                            .formatted(LocalDate.ofInstant(first, ZoneOffset.UTC)));
        }
    }

    static final class OtherProgramsAssessment extends ProgramException {
        private static final long serialVersionUID = 1;

        OtherProgramsAssessment(String assessment) {
            super(
                    Kind.INVALID_ARGUMENT,
                    "ASSESSMENT_OF_OTHER_PROGRAM",
                    "assessment '%s' is not one of this program".formatted(assessment),
                    List.of(
                            Violation.of(
                                    "assessment", assessment, "an assessment of the program")));
        }
    }
}
