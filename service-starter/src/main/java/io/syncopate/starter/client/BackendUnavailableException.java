package io.syncopate.starter.client;

import io.syncopate.kernel.RefusedException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A service that the call needs is away, too slow, or was so lately. */
public final class BackendUnavailableException extends RefusedException {

    private static final long serialVersionUID = 1;

    BackendUnavailableException(String backend, String problem) {
        super(
                Kind.UNAVAILABLE,
                "BACKEND_UNAVAILABLE",
                "%s %s".formatted(backend, problem),
                Map.of("backend", backend),
                List.of());
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(Duration.ofSeconds(2));
    }
}
