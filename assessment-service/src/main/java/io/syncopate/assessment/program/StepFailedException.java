package io.syncopate.assessment.program;

/** A step of a launch that another service did not take; it is tried again. */
public final class StepFailedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * @param message for the owner of the programme
     */
    public StepFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
