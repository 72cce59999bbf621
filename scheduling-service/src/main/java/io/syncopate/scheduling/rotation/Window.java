package io.syncopate.scheduling.rotation;

import io.syncopate.kernel.InvalidException;

/**
 * A working window in local minutes after midnight, {@code [start, end)}. An end beyond 1440 runs into
 * the next day, as a night shift does.
 */
public record Window(int start, int end) {

    static final int DAY = 24 * 60;

    public Window {
        if (start < 0 || start >= DAY) {
            throw new InvalidException(
                    "start_minute",
                    "a working window starts at local minute 0 to 1439, not at " + start);
        }
        if (end <= start || end > start + DAY) {
            throw new InvalidException(
                    "end_minute",
                    "a working window that starts at %d ends at %d to %d, not at %d"
                            .formatted(start, start + 1, start + DAY, end));
        }
    }

    int length() {
        return end - start;
    }
}
