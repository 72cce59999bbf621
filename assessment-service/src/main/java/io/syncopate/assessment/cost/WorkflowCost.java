package io.syncopate.assessment.cost;

import io.syncopate.assessment.model.Workflow;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What one workflow costs over all cohorts.
 *
 * @param lines all five kinds
 * @param perLearner the likely total by one learner of one cohort, rounded up
 * @param drivers the furthest first
 */
public record WorkflowCost(
        Workflow workflow,
        Map<CostKind, Line> lines,
        Time time,
        long perLearner,
        List<Driver> drivers) {

    public WorkflowCost {
        lines = Collections.unmodifiableMap(new EnumMap<>(lines));
        drivers = List.copyOf(drivers);
    }

    /** One kind of cost; the curve is the likely one. */
    public record Line(Amount amount, CostCurve curve) {}

    /** How content is divided, in minutes, and the live sessions over all groups and cohorts. */
    public record Time(long live, long selfPaced, long sessions) {}

    public Amount total() {
        return lines.values().stream().map(Line::amount).reduce(Amount.NOTHING, Amount::plus);
    }

    static WorkflowCost of(Assumptions assumptions, Workflow workflow) {
        Reckoning low = Reckoning.of(assumptions, Scenario.LOW, workflow);
        Reckoning likely = Reckoning.of(assumptions, Scenario.LIKELY, workflow);
        Reckoning high = Reckoning.of(assumptions, Scenario.HIGH, workflow);
        var lines = new EnumMap<CostKind, Line>(CostKind.class);
        for (CostKind kind : CostKind.values()) {
            lines.put(
                    kind,
                    new Line(
                            new Amount(
                                    low.lineAtLearners(kind),
                                    likely.lineAtLearners(kind),
                                    high.lineAtLearners(kind)),
                            likely.line(kind)));
        }
        long people = assumptions.likely(Input.LEARNERS) * assumptions.likely(Input.COHORTS);
        return new WorkflowCost(
                workflow,
                lines,
                new Time(likely.liveMinutes(), likely.selfPacedMinutes(), likely.sessions()),
                Math.ceilDiv(likely.totalAtLearners(), people),
                Driver.of(assumptions, workflow));
    }
}
