package io.syncopate.assessment.scoring;

import io.syncopate.assessment.brief.Brief;
import io.syncopate.assessment.model.DecisionModel;
import io.syncopate.assessment.model.Derived;
import io.syncopate.assessment.model.ModelFact;

import java.util.Comparator;
import java.util.List;

/**
 * How much of what the model asks for was stated.
 *
 * @param percent weight of the stated facts in that of all, rounded down
 * @param missing the others, the weightiest first
 */
public record Confidence(int percent, List<MissingFact> missing) {

    public Confidence {
        missing = List.copyOf(missing);
    }

    /** A fact that was not stated; its weight is in percent of that of all facts, rounded down. */
    public record MissingFact(String path, String question, int weightPercent) {}

    static Confidence of(Brief brief, DecisionModel model) {
        List<ModelFact> unknown =
                model.facts().stream().filter(fact -> !isStated(brief, fact.path())).toList();
        int all = Math.max(1, model.facts().stream().mapToInt(model::weight).sum());
        List<MissingFact> missing =
                unknown.stream()
                        .map(fact -> Derived.stated(fact.path()))
                        .distinct()
                        .map(path -> missing(path, unknown, model, all))
                        .sorted(
                                Comparator.comparingInt(MissingFact::weightPercent)
                                        .reversed()
                                        .thenComparing(MissingFact::path))
                        .toList();
        return new Confidence(percent(brief, model), missing);
    }

    /** {@link #percent}, without what is missing. */
    static int percent(Brief brief, DecisionModel model) {
        int total = 0;
        int stated = 0;
        for (ModelFact fact : model.facts()) {
            int weight = model.weight(fact);
            total += weight;
            stated += isStated(brief, fact.path()) ? weight : 0;
        }
        return 100 * stated / Math.max(1, total);
    }

    private static MissingFact missing(
            String path, List<ModelFact> unknown, DecisionModel model, int total) {
        List<ModelFact> facts =
                unknown.stream().filter(fact -> Derived.stated(fact.path()).equals(path)).toList();
        int weight = facts.stream().mapToInt(model::weight).sum();
        return new MissingFact(path, facts.getLast().question(), 100 * weight / total);
    }

    private static boolean isStated(Brief brief, String path) {
        return Derived.at(path)
                .map(derived -> derived.knownFrom(brief))
                .orElseGet(() -> brief.states(path));
    }
}
