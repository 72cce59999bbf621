package io.syncopate.scheduling.rotation;

import io.syncopate.kernel.InvalidException;
import io.syncopate.kernel.RefusedException.Violation;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Who meets when: a session starts on the slot grid of its date by the anchor zone's clock, from
 * midnight to midnight.
 */
public record RotationProblem(
        List<Group> groups,
        List<SessionRequest> sessions,
        ZoneId anchor,
        int slotMinutes,
        BurdenProfile profile) {

    /** Minutes of a step, the finest grid: zones have quarter-hour offsets. */
    static final int STEP = 15;

    public static final int MAX_GROUPS = 400;
    public static final int MAX_SESSIONS = 104;

    public RotationProblem {
        groups = List.copyOf(groups);
        sessions = List.copyOf(sessions);
        requireSize("groups", groups.size(), MAX_GROUPS);
        requireSize("sessions", sessions.size(), MAX_SESSIONS);
        requireDistinct("groups", groups.stream().map(Group::key).toList());
        requireDistinct("sessions", sessions.stream().map(SessionRequest::key).toList());
        if (slotMinutes < STEP || slotMinutes % STEP != 0 || Window.DAY % slotMinutes != 0) {
            throw new InvalidException(
                    "slot_minutes",
                    slotMinutes,
                    "a multiple of %d minutes that divides a day".formatted(STEP));
        }
        for (int i = 1; i < sessions.size(); i++) {
            if (!sessions.get(i).date().isAfter(sessions.get(i - 1).date())) {
                throw new InvalidException(
                        "sessions",
                        sessions.get(i).date(),
                        "a date after %s, when '%s' is, for '%s'"
                                .formatted(
                                        sessions.get(i - 1).date(),
                                        sessions.get(i - 1).key(),
                                        sessions.get(i).key()));
            }
        }
    }

    private static void requireSize(String field, int size, int max) {
        if (size < 1 || size > max) {
            throw new InvalidException(
                    Violation.ofCount(field, size, "1 to %d %s".formatted(max, field)));
        }
    }

    private static void requireDistinct(String field, List<String> keys) {
        Set<String> seen = new HashSet<>();
        for (String key : keys) {
            if (!seen.add(key)) {
                throw new InvalidException(field, key, "each key once");
            }
        }
    }
}
