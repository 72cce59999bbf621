package io.syncopate.assessment.program;

import io.syncopate.assessment.brief.Activity.Attendance;
import io.syncopate.kernel.Caller;

import java.time.LocalDate;
import java.util.List;

/** Where live activities become sessions. */
public interface LiveSchedule {

    /**
     * Plans a series. Asked again with the same request id it answers with the same series.
     *
     * @return its resource name
     * @throws StepFailedException when it was not planned, or nobody knows
     */
    String plan(Caller by, LiveSeries series, String requestId);

    /**
     * Makes a series known; a repeat changes nothing.
     *
     * @throws StepFailedException when it was not published, or nobody knows
     */
    void publish(Caller by, String series, String requestId);

    /**
     * The live activities of a programme.
     *
     * @param everyWeeks from one session to the next
     */
    record LiveSeries(
            String displayName,
            String program,
            List<Group> groups,
            LocalDate firstDate,
            int everyWeeks,
            List<Item> items) {

        public LiveSeries {
            groups = List.copyOf(groups);
            items = List.copyOf(items);
        }
    }

    /** People of one zone. */
    record Group(String key, String zone, int people) {}

    /** One session to come. */
    record Item(String key, String title, int minutes, Attendance attendance) {}
}
