package io.syncopate.scheduling.rotation;

import io.syncopate.kernel.InvalidException;

import java.time.LocalDate;

/** One session to place: on this date of the anchor zone, for this long. */
public record SessionRequest(String key, LocalDate date, int minutes, Attendance attendance) {

    private static final int MAX_MINUTES = Window.DAY;

    public SessionRequest {
        if (minutes < 1 || minutes > MAX_MINUTES) {
            throw new InvalidException(
                    "minutes",
                    minutes,
                    "1 to %d minutes for session '%s'".formatted(MAX_MINUTES, key));
        }
    }
}
