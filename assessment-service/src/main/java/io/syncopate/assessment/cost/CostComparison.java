package io.syncopate.assessment.cost;

import io.syncopate.assessment.scoring.Point;

import java.util.List;
import java.util.Optional;

/**
 * Three workflows side by side. With inputs missing there are no amounts.
 *
 * @param workflows in the order of their names in the contract
 * @param curve the fewest learners first
 */
public record CostComparison(
        Assumptions assumptions,
        List<WorkflowCost> workflows,
        List<BreakEven> breakEvens,
        List<Point> warnings,
        List<CostPoint> curve,
        Optional<ProductionEstimate> production) {

    public CostComparison {
        workflows = List.copyOf(workflows);
        breakEvens = List.copyOf(breakEvens);
        warnings = List.copyOf(warnings);
        curve = List.copyOf(curve);
    }
}
