package io.syncopate.scheduling.series;

import io.syncopate.kernel.InvalidException;
import io.syncopate.scheduling.rotation.BurdenProfile;
import io.syncopate.scheduling.rotation.Group;
import io.syncopate.scheduling.rotation.RotationProblem;
import io.syncopate.scheduling.rotation.SessionRequest;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is asked for.
 *
 * @param firstDate of the first session, by the anchor zone; session n comes n − 1 cadences later
 * @param bufferWeeks spare ones behind the last session
 * @param anchor the zone in which days are counted and times kept
 * @param profile empty for the platform's table
 * @param sourceProgram id of the program that it was made for
 */
public record Outline(
        String displayName,
        Audience audience,
        LocalDate firstDate,
        int everyWeeks,
        int bufferWeeks,
        List<Item> items,
        ZoneId anchor,
        int slotMinutes,
        Optional<BurdenProfile> profile,
        Optional<String> sourceProgram) {

    private static final int EARLIEST_YEAR = 1970;
    private static final int LATEST_YEAR = 2199;

    public Outline {
        items = List.copyOf(items);
        if (everyWeeks < 1 || everyWeeks > 52) {
            throw new InvalidException("every_weeks", everyWeeks, "1 to 52");
        }
        if (bufferWeeks < 0 || bufferWeeks > 52) {
            throw new InvalidException("buffer_weeks", bufferWeeks, "0 to 52");
        }
        if (firstDate.getYear() < EARLIEST_YEAR || firstDate.getYear() > LATEST_YEAR) {
            throw new InvalidException(
                    "first_date",
                    firstDate,
                    "a date from %d to %d".formatted(EARLIEST_YEAR, LATEST_YEAR));
        }
    }

    /** The last day that it may need, spare weeks included. */
    public LocalDate endDate() {
        return firstDate.plusWeeks((items.size() - 1L) * everyWeeks + bufferWeeks);
    }

    RotationProblem problem(List<Group> groups) {
        var sessions = new ArrayList<SessionRequest>();
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            sessions.add(
                    new SessionRequest(
                            item.key(),
                            firstDate.plusWeeks((long) i * everyWeeks),
                            item.minutes(),
                            item.attendance()));
        }
        return new RotationProblem(
                groups, sessions, anchor, slotMinutes, profile.orElse(BurdenProfile.standard()));
    }
}
