package io.syncopate.assessment.program;

/** What came of asking another service. */
sealed interface StepResult {

    /** The series is planned. */
    record Made(String resource, String how) implements StepResult {}

    /** The step is through. */
    record Done(String resource, String how) implements StepResult {}

    /** What had been made is gone. */
    record Discarded() implements StepResult {}

    /** Nobody knows, or not now; it is asked again. */
    record Failed(String why) implements StepResult {}

    /** Not as it is; it is not asked again by itself. */
    record Refused(StepRefusedException.Why cause, String why) implements StepResult {}

    /** Whether it has to be kept even when somebody recorded something meanwhile. */
    default boolean isFact() {
        return switch (this) {
            case Made made -> true;
            case Done done -> true;
            case Discarded discarded -> true;
            case Failed failed -> false;
            case Refused refused -> false;
        };
    }
}
