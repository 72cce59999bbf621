package io.syncopate.gateway.transcoding;

import java.util.List;

/** The request does not fit the method's contract; names every field that is wrong. */
public final class RequestRefusedException extends RuntimeException {

    private final transient List<FieldError> errors;

    public RequestRefusedException(List<FieldError> errors) {
        super(errors.toString(), null, false, false);
        this.errors = List.copyOf(errors);
    }

    public List<FieldError> errors() {
        return errors;
    }
}
