package io.syncopate.asset.advisor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Weighs the models for a situation: a pure function of what is stated. */
public final class RecommendModel {

    /** Of equals, the one in the middle: it changes least, whichever way the team turns next. */
    private static final List<ProductionModel> OF_EQUALS =
            List.of(ProductionModel.B, ProductionModel.A, ProductionModel.C);

    /**
     * @param candidates the models to choose from; empty for all
     */
    public Advice recommend(Situation situation, Set<ProductionModel> candidates) {
        List<Criterion> holding =
                Criteria.ALL.stream().filter(each -> each.when().test(situation)).toList();
        List<Obstacle> obstacles =
                Obstacles.in(situation).stream()
                        .filter(obstacle -> isCandidate(obstacle.model(), candidates))
                        .toList();
        List<Advice.Score> scores = scores(holding, obstacles, candidates);

        Optional<ProductionModel> recommended = best(scores, Advice.Score::feasible);
        Optional<ProductionModel> bestFit =
                best(scores, score -> !isRuledOut(score.model(), obstacles));
        Optional<ProductionModel> runnerUp =
                best(
                        scores,
                        score ->
                                score.feasible()
                                        && recommended.filter(score.model()::equals).isEmpty());
        return new Advice(
                recommended,
                bestFit,
                runnerUp,
                Summary.of(recommended, bestFit, obstacles, situation),
                scores,
                holding.stream().map(Advice.Contribution::of).toList(),
                obstacles,
                of(recommended, model -> Practices.of(model, situation)),
                of(recommended, model -> Exceptions.of(model, situation)),
                Handoff.in(situation.work()),
                of(recommended, model -> Statements.risks(model, situation)),
                Statements.warnings(situation),
                recommended.filter(ProductionModel.C::equals).map(_ -> Advice.Review.OF_C),
                of(recommended, Statements::precedents),
                missingParts(bestFit, situation.tooling()),
                Fact.percentStated(situation),
                Fact.missingIn(situation));
    }

    private static List<Advice.Score> scores(
            List<Criterion> holding, List<Obstacle> obstacles, Set<ProductionModel> candidates) {
        record Sum(ProductionModel model, int points) {}
        List<Sum> sums =
                OF_EQUALS.stream()
                        .filter(model -> isCandidate(model, candidates))
                        .map(
                                model ->
                                        new Sum(
                                                model,
                                                holding.stream()
                                                        .mapToInt(each -> each.points().of(model))
                                                        .sum()))
                        .sorted(Comparator.comparingInt(Sum::points).reversed())
                        .toList();
        List<Advice.Score> scores = new ArrayList<>();
        for (Sum sum : sums) {
            scores.add(
                    new Advice.Score(
                            sum.model,
                            sum.points,
                            scores.size() + 1,
                            obstacles.stream()
                                    .noneMatch(
                                            obstacle ->
                                                    obstacle.model() == sum.model
                                                            && obstacle.blocks())));
        }
        return scores;
    }

    private static boolean isCandidate(ProductionModel model, Set<ProductionModel> candidates) {
        return candidates.isEmpty() || candidates.contains(model);
    }

    private static boolean isRuledOut(ProductionModel model, List<Obstacle> obstacles) {
        return obstacles.stream()
                .anyMatch(
                        obstacle ->
                                obstacle.model() == model
                                        && obstacle.severity() == Obstacle.Severity.RULED_OUT);
    }

    private static Optional<ProductionModel> best(
            List<Advice.Score> scores, Predicate<Advice.Score> allowed) {
        return scores.stream().filter(allowed).map(Advice.Score::model).findFirst();
    }

    private static <T> List<T> of(
            Optional<ProductionModel> recommended, Function<ProductionModel, List<T>> part) {
        return recommended.map(part).orElse(List.of());
    }

    /** Only C needs certain tools; B is a matter of conventions (P-069). */
    private static List<ToolPart> missingParts(
            Optional<ProductionModel> bestFit, Situation.Tooling tooling) {
        return bestFit.filter(ProductionModel.C::equals)
                .filter(_ -> !tooling.parts().isEmpty())
                .map(_ -> ToolPart.missingForC(tooling.parts()))
                .orElse(List.of());
    }
}
