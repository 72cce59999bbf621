package io.syncopate.assessment.program;

/** Another service is away, too slow or busy: nobody knows whether it did it; it is asked again. */
public final class StepFailedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * @param message for the owner of the programme
     */
    public StepFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
