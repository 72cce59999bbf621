package io.syncopate.assessment.scoring;

import io.syncopate.assessment.model.DecisionModel;
import io.syncopate.assessment.model.Expressions.Evaluation;
import io.syncopate.assessment.model.Situation;

import java.util.List;

/** Finds out how firm an answer is. */
final class Stabilities {

    private Stabilities() {}

    static Stability of(
            DecisionModel model,
            Situation situation,
            Evaluation evaluation,
            Answer answer,
            long seed) {
        var effects = new Effects(model, situation, evaluation);
        FlipSearch.Found found =
                new FlipSearch(effects, FlipSearch.MOST_TRIED).upTo(ChangedFacts.MOST);
        List<Flip> flips =
                found.flips().stream().map(set -> FlipsInWords.of(set, effects.levers())).toList();
        return ofWeights(
                model, answer.contributions(), answer.gaps(), seed, found.searched(), flips);
    }

    /** What the weights tell, beside the changed facts that were found. */
    static Stability ofWeights(
            DecisionModel model,
            List<Contribution> contributions,
            List<Gap> gaps,
            long seed,
            int searched,
            List<Flip> flips) {
        Race race = Race.of(contributions, Tally.of(contributions, gaps));
        var weights = new WeightIntervals(race);
        int tolerance = weights.tolerance();
        return new Stability(
                tolerance,
                model.weightUncertainty(),
                Acceptability.DRAWS,
                new Acceptability(race, seed).within(model.weightUncertainty(), tolerance),
                weights.intervals(),
                searched,
                flips);
    }
}
