package io.syncopate.assessment.scoring;

import io.syncopate.assessment.model.FeasibilityRule.Severity;
import io.syncopate.assessment.model.Workflow;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which workflow wins. Each is scored by itself, so leaving one out changes nothing between the
 * others; what blocks a workflow takes it out of the choice and leaves its score as it is.
 *
 * @param recommended the best that nothing blocks, else {@code bestFit}
 * @param bestFit the best that is not ruled out, else the best
 * @param runnerUp the best other one that nothing blocks
 */
record Ranking(
        List<Score> scores, Workflow recommended, Workflow bestFit, Optional<Workflow> runnerUp) {

    Ranking {
        scores = List.copyOf(scores);
    }

    static Ranking of(List<Contribution> contributions, List<Gap> gaps) {
        Map<Workflow, Integer> points = new EnumMap<>(Workflow.class);
        for (Workflow workflow : Workflow.values()) {
            points.put(workflow, contributions.stream().mapToInt(each -> each.on(workflow)).sum());
        }
        List<Workflow> order =
                Arrays.stream(Workflow.values())
                        .sorted(
                                Comparator.comparingInt(
                                        (Workflow workflow) -> -points.getOrDefault(workflow, 0)))
                        .toList();
        Predicate<Workflow> open = workflow -> !stands(gaps, workflow, Severity.GAP);
        Predicate<Workflow> possible = workflow -> !stands(gaps, workflow, Severity.RULED_OUT);
        Workflow bestFit = order.stream().filter(possible).findFirst().orElse(order.getFirst());
        Workflow recommended = order.stream().filter(open).findFirst().orElse(bestFit);
        return new Ranking(
                order.stream()
                        .map(
                                workflow ->
                                        new Score(
                                                workflow,
                                                points.getOrDefault(workflow, 0),
                                                order.indexOf(workflow) + 1,
                                                open.test(workflow)))
                        .toList(),
                recommended,
                bestFit,
                order.stream().filter(open).filter(w -> w != recommended).findFirst());
    }

    int points(Workflow workflow) {
        return scores.stream()
                .filter(score -> score.workflow() == workflow)
                .mapToInt(Score::points)
                .findFirst()
                .orElseThrow();
    }

    /** Between the recommended workflow and the runner-up; without one, between the best scores. */
    int margin() {
        return runnerUp.map(workflow -> points(recommended) - points(workflow))
                .orElseGet(() -> scores.getFirst().points() - scores.get(1).points());
    }

    /** Only with a runner-up: what blocks a workflow tells it apart. */
    boolean nearTie(int threshold) {
        return runnerUp.isPresent() && margin() <= threshold;
    }

    private static boolean stands(List<Gap> gaps, Workflow workflow, Severity atLeast) {
        return gaps.stream()
                .anyMatch(
                        gap ->
                                gap.workflow() == workflow
                                        && gap.severity().compareTo(atLeast) >= 0);
    }
}
