package io.syncopate.assessment.scoring;

import io.syncopate.assessment.brief.Brief;
import io.syncopate.assessment.model.Derived;
import io.syncopate.assessment.model.ModelFact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

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

    /**
     * @param weights of the model's facts
     */
    static Confidence of(Brief brief, Map<ModelFact, Integer> weights) {
        List<ModelFact> unknown = new ArrayList<>();
        int total = 0;
        int stated = 0;
        for (var each : weights.entrySet()) {
            ModelFact fact = each.getKey();
            int weight = each.getValue();
            total += weight;
            if (isStated(brief, fact.path())) {
                stated += weight;
            } else {
                unknown.add(fact);
            }
        }
        int all = Math.max(1, total);
        List<MissingFact> missing =
                unknown.stream()
                        .map(fact -> Derived.stated(fact.path()))
                        .distinct()
                        .map(path -> missing(path, unknown, weights, all))
                        .sorted(
                                Comparator.comparingInt(MissingFact::weightPercent)
                                        .reversed()
                                        .thenComparing(MissingFact::path))
                        .toList();
        return new Confidence(100 * stated / all, missing);
    }

    private static MissingFact missing(
            String path, List<ModelFact> unknown, Map<ModelFact, Integer> weights, int total) {
        List<ModelFact> facts =
                unknown.stream().filter(fact -> Derived.stated(fact.path()).equals(path)).toList();
        int weight = facts.stream().mapToInt(fact -> weights.getOrDefault(fact, 0)).sum();
        return new MissingFact(path, facts.getLast().question(), 100 * weight / total);
    }

    private static boolean isStated(Brief brief, String path) {
        return Derived.at(path)
                .map(derived -> derived.knownFrom(brief))
                .orElseGet(() -> brief.states(path));
    }
}
