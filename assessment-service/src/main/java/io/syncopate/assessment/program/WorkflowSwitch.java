package io.syncopate.assessment.program;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A programme that runs goes on by another decision.
 *
 * @param from id of the assessment it ran by
 * @param to id of the one it goes on by
 * @param flexibility what was prepared for it
 */
public record WorkflowSwitch(
        String from, String to, Explanation explanation, Flexibility flexibility, Instant time) {

    /**
     * What the guide asks of it.
     *
     * @param communication how and when learners are told
     * @param deadlines which of them move, and to when
     * @param interaction what is expected of learners from now on
     */
    public record Explanation(
            String reason, String communication, String deadlines, String interaction) {}

    /** What it does to those who take part, whatever was prepared. */
    public List<String> disruption() {
        var told = new ArrayList<String>();
        told.add(
                "Learners planned by the old journey: some lose dates they kept free, others have"
                        + " to find time. A second switch would cost their trust and is refused.");
        if (flexibility.bufferWeeks() > 0) {
            told.add(
                    "The plan has %d spare weeks: use them before you shorten anything."
                            .formatted(flexibility.bufferWeeks()));
        }
        if (flexibility.modular()) {
            told.add(
                    "Its parts can be given either way: keep them, and change how they are given.");
        }
        if (flexibility.equals(Flexibility.NONE)) {
            told.add(
                    "Nothing was prepared for it, neither spare weeks nor parts that can be given"
                            + " either way: expect to move deadlines.");
        }
        told.add(
                "The series and the campaign of the launch stay as they are: move or add sessions"
                        + " in scheduling, and assets in production.");
        return told;
    }
}
