package io.syncopate.gateway.keys;

import io.syncopate.kernel.RefusedException;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Refusals about keys. */
public sealed class KeyException extends RefusedException {

    private static final long serialVersionUID = 1;

    private KeyException(Kind kind, String reason, String message, List<Violation> violations) {
        super(kind, reason, message, Map.of(), violations);
    }

    /** An expiry that has passed or is too far away. */
    public static final class ExpiryOutOfRange extends KeyException {
        private static final long serialVersionUID = 1;

        public ExpiryOutOfRange(Instant sent, Instant latest) {
            this(
                    Violation.of(
                            "api_key.expire_time",
                            sent,
                            "a time from now to %s".formatted(latest)));
        }

        private ExpiryOutOfRange(Violation violation) {
            super(
                    Kind.INVALID_ARGUMENT,
                    "EXPIRY_OUT_OF_RANGE",
                    "expireTime " + violation.description(),
                    List.of(violation));
        }
    }
}
