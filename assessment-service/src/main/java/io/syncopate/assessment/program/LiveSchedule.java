package io.syncopate.assessment.program;

import io.syncopate.assessment.brief.Activity.Attendance;
import io.syncopate.assessment.journey.Break;
import io.syncopate.kernel.Caller;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * Where live activities become sessions. Everything throws {@link StepFailedException} when it was
 * not done, or nobody knows, and {@link StepRefusedException} when asking again would not help.
 */
public interface LiveSchedule {

    /**
     * Plans a series. Asked again with the same request id it answers with the same series.
     *
     * @return its resource name
     */
    String plan(Caller by, LiveSeries series, String requestId);

    /** Makes a series known; on one that is known already it changes nothing. */
    void publish(Caller by, String series, String requestId);

    /**
     * Takes back a series that is not known yet.
     *
     * @throws StepRefusedException PUBLISHED when people rely on it, GONE when there is none
     */
    void discard(Caller by, String series);

    /**
     * The live activities of a programme.
     *
     * @param teams that share the programme, and its sessions
     * @param everyWeeks from one session to the next
     * @param bufferWeeks spare ones behind the last session
     * @param anchorZone the zone in which days are counted and times kept
     */
    record LiveSeries(
            String displayName,
            String program,
            Set<String> teams,
            List<Group> groups,
            LocalDate firstDate,
            int everyWeeks,
            int bufferWeeks,
            String anchorZone,
            List<Item> items) {

        public LiveSeries {
            teams = Set.copyOf(teams);
            groups = List.copyOf(groups);
            items = List.copyOf(items);
        }
    }

    /** People of one zone. */
    record Group(String key, String zone, int people) {}

    /** One session to come. */
    record Item(String key, String title, int minutes, Attendance attendance, Content content) {}

    /**
     * What happens in a session, and before it.
     *
     * @param agenda what it takes up, a line each
     * @param buildsOn what people did before it, in words
     */
    record Content(List<String> agenda, List<Break> breaks, List<String> buildsOn) {

        public static final Content NONE = new Content(List.of(), List.of(), List.of());

        public Content {
            agenda = List.copyOf(agenda);
            breaks = List.copyOf(breaks);
            buildsOn = List.copyOf(buildsOn);
        }
    }
}
