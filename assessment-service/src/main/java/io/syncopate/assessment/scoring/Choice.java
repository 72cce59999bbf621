package io.syncopate.assessment.scoring;

import io.syncopate.assessment.model.DecisionModel;
import io.syncopate.assessment.model.Expressions.Evaluation;
import io.syncopate.assessment.model.FeasibilityRule;

import java.util.ArrayList;
import java.util.List;

/**
 * What a model chooses, and what the choice rests on.
 *
 * @param contributions in the order of the model
 */
record Choice(List<Contribution> contributions, List<Gap> gaps, Ranking ranking, boolean nearTie) {

    static Choice of(DecisionModel model, Evaluation evaluation) {
        List<Contribution> contributions = contributions(model, evaluation);
        List<Gap> gaps = gaps(model, evaluation);
        Ranking ranking = Ranking.of(contributions, gaps);
        return new Choice(contributions, gaps, ranking, ranking.nearTie(model.nearTiePoints()));
    }

    static List<Contribution> contributions(DecisionModel model, Evaluation evaluation) {
        var contributions = new ArrayList<Contribution>();
        for (var criterion : model.criteria()) {
            int degree = evaluation.degree(criterion.when());
            if (degree > 0) {
                contributions.add(Contribution.of(criterion, degree));
            }
        }
        return contributions;
    }

    static List<Gap> gaps(DecisionModel model, Evaluation evaluation) {
        var gaps = new ArrayList<Gap>();
        for (FeasibilityRule rule : model.feasibility()) {
            if (evaluation.holds(rule.when())) {
                rule.blocks().stream()
                        .sorted()
                        .map(workflow -> Gap.of(rule, workflow))
                        .forEach(gaps::add);
            }
        }
        return gaps;
    }

    String summary() {
        return Summary.of(ranking, nearTie, contributions, gaps);
    }
}
