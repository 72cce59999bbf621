package io.syncopate.kernel;

import java.time.Instant;

/** An aggregate as stored: its value, the version that a change must name, and whose it is. */
public record Versioned<T>(
        String id,
        T value,
        long version,
        Instant createTime,
        Instant updateTime,
        Ownership ownership) {

    /** Nobody's. */
    public Versioned(String id, T value, long version, Instant createTime, Instant updateTime) {
        this(id, value, version, createTime, updateTime, Ownership.none());
    }

    public String etag() {
        return "v" + version;
    }
}
