package io.syncopate.asset.advisor;

import java.util.List;
import java.util.Optional;

/**
 * A model for a situation, with the exceptions under which it holds.
 *
 * @param recommended empty when everything that was considered is blocked
 * @param bestFit the best that is not ruled out, blocked or not
 * @param scores best first
 * @param review set for C
 */
public record Advice(
        Optional<ProductionModel> recommended,
        Optional<ProductionModel> bestFit,
        Optional<ProductionModel> runnerUp,
        String summary,
        List<Score> scores,
        List<Contribution> contributions,
        List<Obstacle> obstacles,
        List<Practice> practices,
        List<Practice> exceptions,
        List<Handoff> handoffs,
        List<Statement> risks,
        List<Statement> warnings,
        Optional<Review> review,
        List<Statement> precedents,
        List<ToolPart> missingParts,
        int confidencePercent,
        List<Fact> missingFacts) {

    /** The sum of a model's contributions. */
    public record Score(ProductionModel model, int points, int rank, boolean feasible) {}

    /** What one criterion added. */
    public record Contribution(
            String criterion,
            int a,
            int b,
            int c,
            String reason,
            List<String> facts,
            Source source) {

        static Contribution of(Criterion criterion) {
            return new Contribution(
                    criterion.id(),
                    criterion.points().a(),
                    criterion.points().b(),
                    criterion.points().c(),
                    criterion.reason(),
                    criterion.facts(),
                    criterion.source());
        }
    }

    /** When to look at the workflow again, and at what. */
    public record Review(int firstAfterDays, int everyDays, List<String> questions, Source source) {

        /**
         * The first look falls on the end of the two-week dip (P-060); then monthly, well before the
         * three months after which the guide's agency found the drift (P-070).
         */
        static final Review OF_C =
                new Review(
                        14,
                        30,
                        List.of(
                                "Which items waited for long, and who was to pull them?",
                                "Which notifications were ignored?",
                                "Cycle time from brief to approval, and satisfaction: where do they"
                                        + " go?",
                                "Which conventions were not kept, and why?"),
                        new Source("P-065, P-070", "Scenario 4, conclusion"));
    }
}
