package io.syncopate.scheduling.rotation;

import io.syncopate.kernel.InvalidException;

import java.time.ZoneId;

/** People who share a zone and working hours, and so every burden. */
public record Group(String key, ZoneId zone, WorkingHours hours, int headCount) {

    private static final int MAX_HEAD_COUNT = 10_000_000;

    public Group {
        if (key.isBlank()) {
            throw InvalidException.missing("key", "a key of the group");
        }
        if (headCount < 1 || headCount > MAX_HEAD_COUNT) {
            throw new InvalidException(
                    "head_count",
                    headCount,
                    "1 to %d people in group '%s'".formatted(MAX_HEAD_COUNT, key));
        }
    }
}
