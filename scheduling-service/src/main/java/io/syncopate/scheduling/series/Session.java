package io.syncopate.scheduling.series;

import io.syncopate.scheduling.rotation.Rotation.Meeting;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * One live session.
 *
 * @param series id of its series
 * @param number 1 for the first
 * @param meetings what it means for each group
 * @param tzDatabase version of the time zone database that resolved the offsets
 */
public record Session(
        String series,
        int number,
        Item item,
        Plan.Start start,
        ZoneId anchor,
        List<Meeting> meetings,
        String tzDatabase) {

    public Session {
        meetings = List.copyOf(meetings);
    }

    /** Under which it is kept: ids of sessions are their series'. */
    public static String key(String series, String session) {
        return series + "/" + session;
    }

    public String key() {
        return key(series, item.key());
    }

    public Instant startTime() {
        return start.instant();
    }

    public Instant endTime() {
        return startTime().plusSeconds(item.minutes() * 60L);
    }
}
