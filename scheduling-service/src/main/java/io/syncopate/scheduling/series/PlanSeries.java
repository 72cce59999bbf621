package io.syncopate.scheduling.series;

import io.syncopate.kernel.Reach;
import io.syncopate.scheduling.cohort.GroupCohort;
import io.syncopate.scheduling.rotation.Group;
import io.syncopate.scheduling.rotation.Rotation;
import io.syncopate.scheduling.rotation.RotationProblem;
import io.syncopate.scheduling.rotation.Zones;

import java.util.List;

/** Plans a series without storing anything. */
public final class PlanSeries {

    private final GroupCohort cohorts;
    private final Planner planner;

    public PlanSeries(GroupCohort cohorts, Planner planner) {
        this.cohorts = cohorts;
        this.planner = planner;
    }

    /**
     * @param reach of the cohorts that it may be planned for
     */
    public Series plan(Reach reach, Outline outline) {
        List<Group> groups =
                switch (outline.audience()) {
                    case Audience.OfGroups given -> given.groups();
                    case Audience.OfCohort of -> cohorts.groups(reach, of.cohort());
                };
        RotationProblem problem = outline.problem(groups);
        Rotation rotation = planner.plan(problem);
        List<Plan.Start> starts =
                rotation.sessions().stream()
                        .map(
                                session -> {
                                    var at = session.start().atZone(outline.anchor());
                                    return new Plan.Start(at.toLocalDateTime(), at.getOffset());
                                })
                        .toList();
        return new Series(
                outline,
                new Plan(
                        groups,
                        starts,
                        rotation.fairness(),
                        Notices.of(outline, rotation),
                        Zones.databaseVersion()),
                new Stage.Draft());
    }
}
