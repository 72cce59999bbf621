package io.syncopate.assessment.scoring;

import io.syncopate.assessment.model.Workflow;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How firm an answer is. The weight of a criterion is in thousandths of what the model gives it: at
 * 1000 it is as in the model, at 0 the criterion is left out, at 2000 its points count twice. Weights
 * change scores and never what is feasible.
 *
 * @param tolerance how far all weights may be off at once, each on its own, so that every
 *     combination gives the same answer: exact in whole thousandths, 0 to 1000
 * @param uncertainty how far each weight is taken to be off for {@code acceptability}, in
 *     thousandths, 0 to 1000
 * @param draws combinations of weights within the uncertainty that were tried
 * @param acceptability for how many of the draws each workflow is the answer; all of them together
 *     are the draws
 * @param intervals of each criterion that contributed, in the order of the model; a criterion that
 *     did not may have any weight
 * @param searched up to how many changed facts every set was looked at: what {@code flips} leaves out
 *     up to there does not exist
 * @param flips the smallest sets of changed facts that change the answer, the nearest first; they
 *     are all of the same size
 */
public record Stability(
        int tolerance,
        int uncertainty,
        int draws,
        Map<Workflow, Integer> acceptability,
        List<WeightInterval> intervals,
        int searched,
        List<Flip> flips) {

    public Stability {
        var copy = new EnumMap<Workflow, Integer>(Workflow.class);
        copy.putAll(acceptability);
        acceptability = Collections.unmodifiableMap(copy);
        intervals = List.copyOf(intervals);
        flips = List.copyOf(flips);
    }
}
