package io.syncopate.starter.error;

import io.syncopate.kernel.RefusedException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The database does not answer, or has no primary at the moment. */
final class StoreUnavailableException extends RefusedException {

    private static final long serialVersionUID = 1;

    StoreUnavailableException() {
        super(
                Kind.UNAVAILABLE,
                "BACKEND_UNAVAILABLE",
                "the store is away for the moment",
                Map.of("backend", "store"),
                List.of());
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(Duration.ofSeconds(1));
    }
}
