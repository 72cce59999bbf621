package io.syncopate.scheduling.rotation;

import io.syncopate.kernel.InvalidException;

import java.time.ZoneId;

/** People who share a zone and working hours, and so every burden. */
public record Group(String key, ZoneId zone, WorkingHours hours, int headCount) {

    private static final int MAX_HEAD_COUNT = 10_000_000;

    public Group {
        if (key.isBlank()) {
            throw new InvalidException("key", "a group needs a key that is not blank");
        }
        if (headCount < 1 || headCount > MAX_HEAD_COUNT) {
            throw new InvalidException(
                    "head_count",
                    "group '%s' has 1 to %d people, not %d"
                            .formatted(key, MAX_HEAD_COUNT, headCount));
        }
    }
}
