package io.syncopate.kernel;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The same request was being carried out by another call; sent again, it gets that call's answer. */
public final class RequestInProgressException extends RefusedException {

    private static final long serialVersionUID = 1;

    public RequestInProgressException(String requestId) {
        super(
                Kind.ABORTED,
                "REQUEST_IN_PROGRESS",
                "request id '%s' was being carried out by another call: expected to be sent again"
                        .formatted(requestId),
                Map.of("requestId", requestId),
                List.of());
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(Duration.ofMillis(100));
    }
}
