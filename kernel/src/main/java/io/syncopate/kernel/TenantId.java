package io.syncopate.kernel;

import java.util.regex.Pattern;

/** The organisation that owns a piece of data; nothing is read or written without one. */
public record TenantId(String value) implements Comparable<TenantId> {

    private static final Pattern VALID = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    public TenantId {
        if (!VALID.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "tenant '%s': expected 1 to 63 of a-z, 0-9 and inner hyphens".formatted(value));
        }
    }

    @Override
    public int compareTo(TenantId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
