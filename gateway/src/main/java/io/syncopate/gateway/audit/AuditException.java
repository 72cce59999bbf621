package io.syncopate.gateway.audit;

import io.syncopate.kernel.RefusedException;

import java.util.List;
import java.util.Map;

/** Refusals about the audit. */
public sealed class AuditException extends RefusedException {

    private static final long serialVersionUID = 1;

    private AuditException(Kind kind, String reason, String message, List<Violation> violations) {
        super(kind, reason, message, Map.of(), violations);
    }

    /** A filter that cannot be read. */
    public static final class InvalidFilter extends AuditException {
        private static final long serialVersionUID = 1;

        /**
         * @param part of the filter that is wrong
         * @param expected what would have been right there
         */
        public InvalidFilter(String part, String expected) {
            this(Violation.of("filter", part, expected));
        }

        private InvalidFilter(Violation violation) {
            super(
                    Kind.INVALID_ARGUMENT,
                    "INVALID_FILTER",
                    "filter " + violation.description(),
                    List.of(violation));
        }
    }
}
