package io.syncopate.kernel;

import java.util.List;
import java.util.Map;

/** The request id was used before, for a request that said something else. */
public final class RequestReusedException extends RefusedException {

    private static final long serialVersionUID = 1;

    public RequestReusedException(String requestId) {
        super(
                Kind.INVALID_ARGUMENT,
                "REQUEST_ID_REUSED",
                "request id '%s' was used before for a different request".formatted(requestId),
                Map.of("requestId", requestId),
                List.of(
                        Violation.of(
                                "request_id",
                                requestId,
                                "a new id, as this one was used before for a different request")));
    }
}
