package io.syncopate.scheduling.cohort;

import io.syncopate.kernel.Uid;
import io.syncopate.scheduling.rotation.Window;
import io.syncopate.scheduling.rotation.WorkingHours;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Map;

public final class CohortFixture {

    private CohortFixture() {}

    public static Participant participant(String cohort, String uid, String zone) {
        return new Participant(cohort, new Uid(uid), ZoneId.of(zone), WorkingHours.standard());
    }

    public static Participant numbered(int number) {
        return new Participant(
                "c",
                new Uid("person" + number),
                ZoneId.of("Asia/Kathmandu"),
                new WorkingHours(
                        Map.of(
                                DayOfWeek.TUESDAY,
                                new Window(540 + number, 1020),
                                DayOfWeek.FRIDAY,
                                new Window(600, 660))));
    }
}
