package io.syncopate.assessment.program;

import io.syncopate.kernel.RefusedException;

/** What the stage of a programme does not allow. The reasons are part of the contract. */
public abstract sealed class ProgramException extends RefusedException {

    private static final long serialVersionUID = 1;

    private ProgramException(Kind kind, String reason, String message) {
        super(kind, reason, message);
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
                    Kind.FAILED_PRECONDITION,
                    "SUCCESS_METRICS_MISSING",
                    "no success metric is set: say before the launch how success will be measured");
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

    static final class AlreadyLaunched extends ProgramException {
        private static final long serialVersionUID = 1;

        AlreadyLaunched() {
            super(
                    Kind.FAILED_PRECONDITION,
                    "ALREADY_LAUNCHED",
                    "the program was launched already; its launch shows how far it is");
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

    static final class OtherProgramsAssessment extends ProgramException {
        private static final long serialVersionUID = 1;

        OtherProgramsAssessment(String assessment) {
            super(
                    Kind.INVALID_ARGUMENT,
                    "ASSESSMENT_OF_OTHER_PROGRAM",
                    "assessment '%s' is not one of this program".formatted(assessment));
        }
    }
}
