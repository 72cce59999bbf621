package io.syncopate.scheduling.rotation;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/** The slot of each session and who carries what. */
public record Rotation(List<Placed> sessions, Fairness fairness) {

    public Rotation {
        sessions = List.copyOf(sessions);
    }

    /**
     * One session with its slot.
     *
     * @param fair false when every slot of the day is off limits for somebody
     */
    public record Placed(
            SessionRequest request, Instant start, boolean fair, List<Meeting> meetings) {

        public Placed {
            meetings = List.copyOf(meetings);
        }

        /** Somebody must attend at an hour that is off limits. */
        public boolean isUnacceptable() {
            return request.attendance() == Attendance.MANDATORY
                    && meetings.stream().anyMatch(m -> m.hours() == HourKind.OFF_LIMITS);
        }
    }

    /**
     * A session by a group's own clock.
     *
     * @param burden what it costs each person of the group
     * @param hours where it falls in their day, by its worst quarter of an hour
     */
    public record Meeting(
            String group,
            ZoneId zone,
            LocalDateTime localStart,
            ZoneOffset offset,
            Points burden,
            HourKind hours) {}

    /** Sessions for which there is no fair slot. */
    public List<Placed> unfair() {
        return sessions.stream().filter(session -> !session.fair()).toList();
    }
}
