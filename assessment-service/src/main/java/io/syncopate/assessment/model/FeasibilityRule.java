package io.syncopate.assessment.model;

import java.util.Set;

/**
 * Something that stands in the way of workflows, however well they would fit.
 *
 * @param blocks the workflows that it stands in the way of
 * @param gap what is missing or cannot be
 * @param closing what would have to be done or be different
 */
public record FeasibilityRule(
        String id,
        Step step,
        Expression when,
        Set<Workflow> blocks,
        Severity severity,
        String gap,
        String closing,
        Source source) {

    public FeasibilityRule {
        blocks = Set.copyOf(blocks);
        if (blocks.isEmpty()) {
            throw new ModelRefusedException("feasibility " + id, "it blocks no workflow");
        }
    }

    /** How much it stands in the way, least first. */
    public enum Severity {
        /** The workflow remains possible and will be poorer for it. */
        SHORTFALL(40),
        /** The workflow is blocked until the gap is closed. */
        GAP(200),
        /** The workflow cannot meet the objective or reach the audience. */
        RULED_OUT(200);

        private final int weight;

        Severity(int weight) {
            this.weight = weight;
        }

        /** In points of evidence: a block is worth as much as the strongest criterion. */
        public int weight() {
            return weight;
        }

        public boolean blocks() {
            return this != SHORTFALL;
        }
    }
}
