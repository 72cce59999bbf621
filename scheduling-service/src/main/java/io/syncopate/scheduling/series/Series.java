package io.syncopate.scheduling.series;

import io.syncopate.kernel.NotFoundException;
import io.syncopate.scheduling.rotation.PlanRotation;
import io.syncopate.scheduling.rotation.Rotation.Meeting;

import java.util.ArrayList;
import java.util.List;

/** A sequence of live sessions: what was asked for, what was planned, and where it is in its life. */
public record Series(Outline outline, Plan plan, Stage stage) {

    Series at(Stage next) {
        return new Series(outline, plan, next);
    }

    /**
     * @throws SeriesPublishedException when it is published
     */
    Stage.Planned requirePlanned(String id) {
        return switch (stage) {
            case Stage.Planned planned -> planned;
            case Stage.Published _ -> throw new SeriesPublishedException(id);
            case Stage.Draft _, Stage.Discarded _ ->
                    throw new NotFoundException("series", "series/" + id);
        };
    }

    /** Its sessions in order; the same whenever it is asked, as they follow from the plan. */
    public List<Session> sessions(String id) {
        List<List<Meeting>> meetings =
                PlanRotation.meetings(
                        outline.problem(plan.groups()),
                        plan.starts().stream().map(Plan.Start::instant).toList());
        var sessions = new ArrayList<Session>();
        for (int i = 0; i < outline.items().size(); i++) {
            sessions.add(
                    new Session(
                            id,
                            i + 1,
                            outline.items().get(i),
                            plan.starts().get(i),
                            outline.anchor(),
                            meetings.get(i),
                            plan.tzDatabase()));
        }
        return List.copyOf(sessions);
    }
}
