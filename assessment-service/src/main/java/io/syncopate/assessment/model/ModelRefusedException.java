package io.syncopate.assessment.model;

/** A decision model that contradicts itself or its format; the message names the place. */
public final class ModelRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public ModelRefusedException(String place, String what) {
        super(place + ": " + what);
    }
}
