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
                    "start_minute", start, "0 to 1439, a minute of the local day");
        }
        if (end <= start || end > start + DAY) {
            throw new InvalidException(
                    "end_minute",
                    end,
                    "%d to %d, as the window starts at %d"
                            .formatted(start + 1, start + DAY, start));
        }
    }

    int length() {
        return end - start;
    }
}
