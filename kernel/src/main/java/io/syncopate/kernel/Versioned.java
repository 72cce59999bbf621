package io.syncopate.kernel;

import java.time.Instant;

/** An aggregate as stored: its value and the version that a change must name. */
public record Versioned<T>(
        String id, T value, long version, Instant createTime, Instant updateTime) {

    public String etag() {
        return "v" + version;
    }
}
