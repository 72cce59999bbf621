package io.syncopate.gateway.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * Which entries are wanted; what is empty does not narrow.
 *
 * @param from the first moment, in milliseconds
 * @param until the first moment after the last, in milliseconds
 */
public record AuditFilter(
        Optional<String> actor,
        Optional<Subject> subject,
        Optional<String> type,
        Optional<Instant> from,
        Optional<Instant> until) {

    public static final AuditFilter ALL =
            new AuditFilter(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    /** One resource, or all whose names begin alike. */
    public sealed interface Subject {

        /** Of this name. */
        record Named(String name) implements Subject {}

        /** Of a name that begins so. */
        record Beginning(String prefix) implements Subject {}
    }

    /**
     * Reads comparisons joined by AND: {@code actor = "ann" AND time >= "2026-03-01T00:00:00Z"}.
     *
     * @throws AuditException.InvalidFilter it cannot be read
     */
    public static AuditFilter parse(String text) {
        return new FilterParser(text).filter();
    }
}
