package io.syncopate.starter.client;

import io.syncopate.kernel.RefusedException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** As many calls to the backend as are allowed are under way. */
public final class BackendBusyException extends RefusedException {

    private static final long serialVersionUID = 1;

    BackendBusyException(String backend, int maxConcurrent) {
        super(
                Kind.RESOURCE_EXHAUSTED,
                "LIMIT_REACHED",
                "%d calls to %s are under way: try again in a moment"
                        .formatted(maxConcurrent, backend),
                Map.of("backend", backend),
                List.of());
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(Duration.ofSeconds(1));
    }
}
