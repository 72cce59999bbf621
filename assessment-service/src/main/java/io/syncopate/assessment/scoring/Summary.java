package io.syncopate.assessment.scoring;

import io.syncopate.assessment.model.Workflow;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The answer in a few sentences. */
final class Summary {

    private static final int REASONS = 3;

    private Summary() {}

    static String of(
            Ranking ranking, boolean nearTie, List<Contribution> contributions, List<Gap> gaps) {
        return String.join(
                        " ",
                        choice(ranking, contributions, gaps),
                        nearTie ? tie(ranking) : "",
                        reasons(ranking.recommended(), contributions))
                .replaceAll(" +", " ")
                .strip();
    }

    private static String choice(
            Ranking ranking, List<Contribution> contributions, List<Gap> gaps) {
        Workflow recommended = ranking.recommended();
        if (contributions.isEmpty()) {
            return "Nothing that speaks for or against a workflow is stated yet.";
        }
        boolean blocked =
                gaps.stream()
                        .anyMatch(gap -> gap.workflow() == recommended && gap.severity().blocks());
        if (blocked) {
            return "Nothing is feasible as it stands; %s fits best once its gaps are closed."
                    .formatted(name(recommended));
        }
        if (ranking.bestFit() != recommended) {
            return "%s fits best and is blocked by a gap; feasible now is %s."
                    .formatted(name(ranking.bestFit()), name(recommended));
        }
        return "Recommended: %s.".formatted(name(recommended));
    }

    private static String tie(Ranking ranking) {
        return ranking.runnerUp()
                .map(other -> "It is a near-tie with %s.".formatted(name(other)))
                .orElse("");
    }

    private static String reasons(Workflow workflow, List<Contribution> contributions) {
        return contributions.stream()
                .filter(each -> each.on(workflow) > 0)
                .sorted(Comparator.comparingInt((Contribution each) -> -each.on(workflow)))
                .limit(REASONS)
                .map(Contribution::reason)
                .collect(Collectors.joining(" "));
    }

    private static String name(Workflow workflow) {
        return workflow.name().toLowerCase(Locale.ROOT);
    }
}
