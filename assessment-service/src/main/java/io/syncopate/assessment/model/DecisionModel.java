package io.syncopate.assessment.model;

import io.syncopate.assessment.brief.Brief;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One version of a decision model.
 *
 * @param id of the model over all its versions
 * @param facts what it asks for; a criterion or rule reads nothing else
 * @param nearTiePoints two workflows no further apart than this are not told apart
 * @param weightUncertainty how far each criterion's weight may be from what it should be, in
 *     thousandths of it, 0 to 1000: what the answer's stability is told for
 * @param hash hex SHA-256 of the form in which it was written
 * @param weights what knowing a fact is worth, by its path; follows from the criteria and rules
 */
public record DecisionModel(
        String id,
        String displayName,
        int version,
        List<ModelFact> facts,
        List<Criterion> criteria,
        List<FeasibilityRule> feasibility,
        List<Advice> advice,
        List<Secondary> secondaries,
        ActivityKinds kinds,
        int nearTiePoints,
        int weightUncertainty,
        Guidance guidance,
        String hash,
        Map<String, Integer> weights) {

    private static final int ALL_OF_IT = 1000;

    public DecisionModel {
        facts = List.copyOf(facts);
        criteria = List.copyOf(criteria);
        feasibility = List.copyOf(feasibility);
        advice = List.copyOf(advice);
        secondaries = List.copyOf(secondaries);
        if (version < 1 || nearTiePoints < 0) {
            throw new ModelRefusedException(
                    "model " + id,
                    "version %d and near-tie %d: expected at least 1 and 0"
                            .formatted(version, nearTiePoints));
        }
        if (weightUncertainty < 0 || weightUncertainty > ALL_OF_IT) {
            throw new ModelRefusedException(
                    "model " + id,
                    "uncertainty of weights %d: expected 0 to %d thousandths"
                            .formatted(weightUncertainty, ALL_OF_IT));
        }
        refuseRepeatedIds(criteria, feasibility, advice, secondaries);
        refuseUnaskedFacts(facts, criteria, feasibility);
        refuseLateCriteria(criteria);
        refuseMissingSecondaries(id, secondaries);
        weights = weights(facts, criteria, feasibility);
    }

    public DecisionModel(
            String id,
            String displayName,
            int version,
            List<ModelFact> facts,
            List<Criterion> criteria,
            List<FeasibilityRule> feasibility,
            List<Advice> advice,
            List<Secondary> secondaries,
            ActivityKinds kinds,
            int nearTiePoints,
            int weightUncertainty,
            Guidance guidance,
            String hash) {
        this(
                id,
                displayName,
                version,
                facts,
                criteria,
                feasibility,
                advice,
                secondaries,
                kinds,
                nearTiePoints,
                weightUncertainty,
                guidance,
                hash,
                Map.of());
    }

    public Situation situation(Brief brief) {
        return Situation.of(brief, kinds);
    }

    /**
     * What knowing a fact is worth: how far the criteria that read it can move two workflows apart,
     * and {@link FeasibilityRule.Severity#weight} for each rule that reads it.
     */
    public int weight(ModelFact fact) {
        return weights.getOrDefault(fact.path(), 0);
    }

    /** The model without one of its criteria. */
    public DecisionModel without(String criterion) {
        return new DecisionModel(
                id,
                displayName,
                version,
                facts,
                criteria.stream().filter(c -> !c.id().equals(criterion)).toList(),
                feasibility,
                advice,
                secondaries,
                kinds,
                nearTiePoints,
                weightUncertainty,
                guidance,
                hash);
    }

    private static Map<String, Integer> weights(
            List<ModelFact> facts, List<Criterion> criteria, List<FeasibilityRule> feasibility) {
        var weights = new HashMap<String, Integer>();
        facts.forEach(fact -> weights.put(fact.path(), 0));
        for (Criterion criterion : criteria) {
            int worth = criterion.evidence().spread();
            criterion.when().reads().forEach(path -> weights.merge(path, worth, Integer::sum));
        }
        for (FeasibilityRule rule : feasibility) {
            int worth = rule.severity().weight();
            rule.when().reads().forEach(path -> weights.merge(path, worth, Integer::sum));
        }
        return Map.copyOf(weights);
    }

    private static void refuseRepeatedIds(
            List<Criterion> criteria,
            List<FeasibilityRule> feasibility,
            List<Advice> advice,
            List<Secondary> secondaries) {
        var seen = new HashSet<String>();
        Stream.of(
                        criteria.stream().map(Criterion::id),
                        feasibility.stream().map(FeasibilityRule::id),
                        advice.stream().map(Advice::id),
                        secondaries.stream().map(Secondary::id))
                .flatMap(ids -> ids)
                .filter(id -> !seen.add(id))
                .findFirst()
                .ifPresent(
                        id -> {
                            throw new ModelRefusedException(id, "the id is given twice");
                        });
    }

    private static void refuseUnaskedFacts(
            List<ModelFact> facts, List<Criterion> criteria, List<FeasibilityRule> feasibility) {
        Set<String> asked = facts.stream().map(ModelFact::path).collect(Collectors.toSet());
        Stream.concat(
                        criteria.stream().map(c -> Map.entry(c.id(), c.when())),
                        feasibility.stream().map(rule -> Map.entry(rule.id(), rule.when())))
                .forEach(
                        entry ->
                                entry.getValue().reads().stream()
                                        .filter(path -> !asked.contains(path))
                                        .findFirst()
                                        .ifPresent(
                                                path -> {
                                                    throw new ModelRefusedException(
                                                            entry.getKey(),
                                                            "reads %s, which is not among the facts of the model"
                                                                    .formatted(path));
                                                }));
    }

    private static void refuseLateCriteria(List<Criterion> criteria) {
        criteria.stream()
                .filter(criterion -> criterion.step().compareTo(Step.JOURNEY) > 0)
                .findFirst()
                .ifPresent(
                        criterion -> {
                            throw new ModelRefusedException(
                                    criterion.id(), "steps 6 and 7 come after the choice");
                        });
    }

    private static void refuseMissingSecondaries(String id, List<Secondary> secondaries) {
        for (Workflow workflow : Workflow.values()) {
            if (secondaries.stream().noneMatch(s -> s.beside() == workflow && s.when().isEmpty())) {
                throw new ModelRefusedException(
                        "model " + id, "no secondary component applies always beside " + workflow);
            }
        }
    }
}
