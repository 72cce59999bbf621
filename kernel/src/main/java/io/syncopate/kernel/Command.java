package io.syncopate.kernel;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * One state-changing call.
 *
 * @param reach what of the tenant the caller may change by it
 * @param method full name of the method called, part of what a request id is unique in
 * @param requestId the sender's key for this request (AIP-155); empty when it did not give one
 * @param fingerprint hex SHA-256 of the request's canonical bytes; tells a repeat from a reused key
 * @param at in milliseconds, as it is stored
 */
public record Command(
        Caller by,
        Reach reach,
        String method,
        Optional<String> requestId,
        String fingerprint,
        Instant at) {

    public Command {
        if (method.isEmpty()) {
            throw new IllegalArgumentException("method '': expected a method's full name");
        }
        requestId = requestId.filter(id -> !id.isEmpty());
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Reaches the whole tenant. */
    public Command(
            Caller by, String method, Optional<String> requestId, String fingerprint, Instant at) {
        this(by, Reach.everything(by.tenant()), method, requestId, fingerprint, at);
    }

    /** A step that a service takes by itself; the request id says everything that it depends on. */
    public static Command internal(Caller by, String method, String requestId, Instant at) {
        return new Command(
                by,
                method,
                Optional.of(requestId),
                Digests.hex(Digests.sha256(method, requestId)),
                at);
    }

    /** The same call where something else than ownership, such as a claim, lets the caller in. */
    public Command inWholeTenant() {
        return new Command(by, Reach.everything(tenant()), method, requestId, fingerprint, at);
    }

    public TenantId tenant() {
        return by.tenant();
    }
}
