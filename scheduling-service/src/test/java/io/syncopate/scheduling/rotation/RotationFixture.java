package io.syncopate.scheduling.rotation;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

final class RotationFixture {

    private RotationFixture() {}

    static Group group(String zone, int headCount) {
        return group(zone, WorkingHours.standard(), headCount);
    }

    static Group group(String zone, WorkingHours hours, int headCount) {
        return new Group(zone, ZoneId.of(zone), hours, headCount);
    }

    /** One session a week from this date, an hour each, mandatory. */
    static List<SessionRequest> weekly(String firstDate, int count) {
        LocalDate first = LocalDate.parse(firstDate);
        return IntStream.range(0, count)
                .mapToObj(
                        i ->
                                new SessionRequest(
                                        "s" + (i + 1),
                                        first.plusWeeks(i),
                                        60,
                                        Attendance.MANDATORY))
                .toList();
    }

    static RotationProblem problem(String anchor, List<SessionRequest> sessions, Group... groups) {
        return new RotationProblem(
                List.of(groups), sessions, ZoneId.of(anchor), 15, BurdenProfile.standard());
    }
}
