package io.syncopate.assessment.program;

/** Another service will not do it as it is, however often it is asked. */
public final class StepRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Why why;

    /**
     * @param message for the owner of the programme
     */
    public StepRefusedException(Why why, String message, Throwable cause) {
        super(message, cause);
        this.why = why;
    }

    public Why why() {
        return why;
    }

    /** What can be concluded from the refusal. */
    public enum Why {
        /** What is asked for is not acceptable, so no earlier attempt made it either. */
        NOT_ACCEPTED,
        /** Such as a right that is missing: it says nothing of what an earlier attempt did. */
        INCONCLUSIVE,
        /** There is no such thing, or not any more. */
        GONE,
        /** People rely on it by now. */
        PUBLISHED
    }
}
