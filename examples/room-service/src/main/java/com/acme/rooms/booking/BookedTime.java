package com.acme.rooms.booking;

import io.syncopate.kernel.InvalidException;
import io.syncopate.kernel.reservation.Key;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/**
 * When a room is booked: whole quarters of an hour.
 *
 * @param end exclusive
 */
public record BookedTime(Instant start, Instant end) {

    static final Duration QUARTER = Duration.ofMinutes(15);
    static final Duration LONGEST = Duration.ofHours(12);

    public BookedTime {
        requireQuarter("booking.start_time", start);
        requireQuarter("booking.end_time", end);
        if (!end.isAfter(start) || Duration.between(start, end).compareTo(LONGEST) > 0) {
            throw new InvalidException(
                    "booking.end_time",
                    end,
                    "15 minutes to 12 hours after the start, %s".formatted(start));
        }
    }

    private static void requireQuarter(String field, Instant time) {
        if (time.toEpochMilli() % QUARTER.toMillis() != 0 || time.getNano() % 1_000_000 != 0) {
            throw new InvalidException(
                    field, time, "a whole quarter of an hour, such as 2026-10-05T09:15:00Z");
        }
    }

    public boolean isOver(Instant now) {
        return !end.isAfter(now);
    }

    public boolean overlaps(BookedTime other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }

    /** What of the room it needs: at most 48. Times that overlap have one in common. */
    Set<Key> keys(String room) {
        Set<Key> keys = new TreeSet<>();
        for (Instant at = start; at.isBefore(end); at = at.plus(QUARTER)) {
            keys.add(Key.of("room", room, at.toString()));
        }
        return keys;
    }

    /** The quarter that a key stands for. */
    static Instant quarter(Key key) {
        return Instant.parse(key.value().substring(key.value().lastIndexOf('/') + 1));
    }
}
