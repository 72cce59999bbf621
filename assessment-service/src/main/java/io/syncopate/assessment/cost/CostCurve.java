package io.syncopate.assessment.cost;

/**
 * A cost as it grows with the learners of a cohort, in minor units over all cohorts. Whole numbers
 * alone, so that sums and comparisons are exact.
 *
 * @param fixed whoever learns
 * @param perLearner for each learner
 * @param perGroup for each group, full or not
 */
public record CostCurve(long fixed, long perLearner, long perGroup) {

    static final CostCurve NOTHING = new CostCurve(0, 0, 0);

    /**
     * @throws ArithmeticException when the amount is more than a long holds
     */
    public long at(long learners, long groupSize) {
        return Math.addExact(
                Math.addExact(fixed, Math.multiplyExact(perLearner, learners)),
                Math.multiplyExact(perGroup, Math.ceilDiv(learners, groupSize)));
    }

    CostCurve plus(CostCurve other) {
        return new CostCurve(
                Math.addExact(fixed, other.fixed),
                Math.addExact(perLearner, other.perLearner),
                Math.addExact(perGroup, other.perGroup));
    }

    CostCurve minus(CostCurve other) {
        return new CostCurve(
                Math.subtractExact(fixed, other.fixed),
                Math.subtractExact(perLearner, other.perLearner),
                Math.subtractExact(perGroup, other.perGroup));
    }
}
