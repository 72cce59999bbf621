package io.syncopate.gateway.transcoding;

import io.syncopate.kernel.RefusedException.Violation;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a request.
 *
 * @param field the path as a user writes it, for example {@code brief.audience.zones[2].headCount}
 * @param value what was sent, shortened; null when nothing was
 * @param expected what would have been right
 */
public record FieldError(String field, @Nullable String value, String expected) {

    public FieldError {
        if (value != null) {
            value = Violation.shortened(value);
        }
    }

    /** What was sent, as it was written, and what would have been right, in words. */
    public String description() {
        return (value == null ? "" : value + ": ") + "expected " + expected;
    }
}
