package io.syncopate.gateway.transcoding;

import java.util.List;

/** The request does not fit the method's contract; names every field that is wrong. */
public final class RequestRefusedException extends RuntimeException {

    private final transient List<FieldError> errors;

    public RequestRefusedException(List<FieldError> errors) {
        super(summary(errors), null, false, false);
        this.errors = List.copyOf(errors);
    }

    public List<FieldError> errors() {
        return errors;
    }

    /** In one sentence. */
    public static String summary(List<FieldError> errors) {
        FieldError first = errors.getFirst();
        String where = first.field().isEmpty() ? "The body" : first.field();
        String what = first.value() == null ? "" : " is " + first.value() + ",";
        String more = errors.size() == 1 ? "" : "; and " + (errors.size() - 1) + " more";
        return where + what + " expected " + first.expected() + more + ".";
    }
}
