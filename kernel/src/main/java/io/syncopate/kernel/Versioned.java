package io.syncopate.kernel;

import java.time.Instant;

/**
 * An aggregate as stored: its value, the version that a change must name, and whose it is.
 *
 * @param id what it is stored under
 * @param name what callers know it by, such as {@code programs/abc}
 */
public record Versioned<T>(
        String id,
        String name,
        T value,
        long version,
        Instant createTime,
        Instant updateTime,
        Ownership ownership) {

    /** Nobody's. */
    public Versioned(
            String id, String name, T value, long version, Instant createTime, Instant updateTime) {
        this(id, name, value, version, createTime, updateTime, Ownership.none());
    }

    public String etag() {
        return "v" + version;
    }
}
