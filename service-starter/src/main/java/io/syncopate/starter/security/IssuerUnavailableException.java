package io.syncopate.starter.security;

import io.syncopate.kernel.RefusedException;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The gateway, which publishes keys and exchanges tokens, does not answer. */
public final class IssuerUnavailableException extends RefusedException {

    private static final long serialVersionUID = 1;

    public IssuerUnavailableException(URI address, String problem) {
        super(
                Kind.UNAVAILABLE,
                "BACKEND_UNAVAILABLE",
                "the token issuer is away: " + problem,
                Map.of("backend", "issuer", "address", address.toString()),
                List.of());
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(Duration.ofSeconds(1));
    }
}
