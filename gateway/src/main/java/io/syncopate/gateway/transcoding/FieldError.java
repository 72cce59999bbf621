package io.syncopate.gateway.transcoding;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a request.
 *
 * @param field the path as a user writes it, for example {@code brief.audience.zones[2].headCount}
 * @param value what was sent, shortened; null when nothing was
 * @param expected what would have been right
 */
public record FieldError(String field, @Nullable String value, String expected) {

    private static final int LONGEST_VALUE = 100;

    public FieldError {
        if (value != null && value.length() > LONGEST_VALUE) {
            value = value.substring(0, LONGEST_VALUE) + "…";
        }
    }
}
