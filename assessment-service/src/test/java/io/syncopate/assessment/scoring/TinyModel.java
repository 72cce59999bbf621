package io.syncopate.assessment.scoring;

import io.syncopate.assessment.model.ActivityKinds;
import io.syncopate.assessment.model.Criterion;
import io.syncopate.assessment.model.DecisionModel;
import io.syncopate.assessment.model.Derived;
import io.syncopate.assessment.model.Evidence;
import io.syncopate.assessment.model.Expression;
import io.syncopate.assessment.model.FeasibilityRule;
import io.syncopate.assessment.model.FeasibilityRule.Severity;
import io.syncopate.assessment.model.Guidance;
import io.syncopate.assessment.model.ModelFact;
import io.syncopate.assessment.model.Secondary;
import io.syncopate.assessment.model.Source;
import io.syncopate.assessment.model.Step;
import io.syncopate.assessment.model.Workflow;
import io.syncopate.assessment.model.cel.CelFixture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Models of a few criteria over few facts, for which everything can be tried. */
record TinyModel(List<Criterion> criteria, List<FeasibilityRule> rules, int uncertainty) {

    private static final Source SOURCE = new Source(List.of("N-01"), "made up");

    /** The ladders of every fact that a tiny model can read. */
    static final Map<String, List<String>> LADDERS =
            Map.of(
                    "objective.type", List.of("KNOWLEDGE", "SKILL", "MIXED"),
                    "audience.self_regulation", List.of("LOW", "MEDIUM", "HIGH"),
                    "content.needs_discussion", List.of("false", "true"),
                    "resources.facilitator_count", List.of("0", "1", "4"),
                    "derived.people", List.of("0", "5", "30", "200"),
                    "derived.spread_hours", List.of("0", "3", "8"),
                    "derived.one_zone", List.of("0", "1"),
                    "derived.live_group", List.of("0", "15", "30"),
                    "derived.live_minutes", List.of("0", "60"),
                    "derived.self_paced_minutes", List.of("0", "60"));

    static final List<Expression> EXPRESSIONS =
            List.of(
                            "brief.objective.type == Objective.Type.KNOWLEDGE",
                            "brief.objective.type in [Objective.Type.SKILL, Objective.Type.MIXED]",
                            "brief.audience.self_regulation == GroupLevel.Value.LOW",
                            "brief.content.needs_discussion",
                            "has(brief.content.needs_discussion) &&"
                                    + " !brief.content.needs_discussion",
                            "ramp(derived.people, 5, 150)",
                            "derived.people >= 200",
                            "ramp(derived.spread_hours, 1, 9)",
                            "derived.one_zone > 0",
                            "derived.live_minutes > 0.0 && derived.self_paced_minutes == 0.0",
                            "derived.self_paced_minutes > 0.0",
                            "brief.objective.type == Objective.Type.SKILL && derived.people > 0",
                            "brief.content.needs_discussion && derived.spread_hours < 8 &&"
                                    + " brief.objective.type != Objective.Type.KNOWLEDGE",
                            "brief.audience.self_regulation == GroupLevel.Value.HIGH ||"
                                    + " derived.people <= 5",
                            "brief.content.needs_discussion && (derived.people > 30 ||"
                                    + " derived.one_zone == 0.0)",
                            "has(brief.resources.facilitator_count) &&"
                                    + " brief.resources.facilitator_count == 0",
                            "brief.resources.facilitator_count > 1 ? derived.people > 30 :"
                                    + " derived.spread_hours > 0")
                    .stream()
                    .map(CelFixture.cel()::compile)
                    .toList();

    TinyModel {
        criteria = List.copyOf(criteria);
        rules = List.copyOf(rules);
    }

    TinyModel() {
        this(List.of(), List.of(), 250);
    }

    TinyModel with(Expression when, int synchronous, int asynchronous, int blended) {
        var evidence = new Evidence(synchronous, asynchronous, blended);
        if (evidence.spread() == 0) {
            return this;
        }
        var more = new ArrayList<>(criteria);
        more.add(
                new Criterion(
                        "c" + more.size(),
                        Step.OBJECTIVE,
                        when,
                        evidence,
                        "because",
                        Map.of(),
                        SOURCE));
        return new TinyModel(more, rules, uncertainty);
    }

    TinyModel with(String when, int synchronous, int asynchronous, int blended) {
        return with(CelFixture.cel().compile(when), synchronous, asynchronous, blended);
    }

    TinyModel blocking(Expression when, Severity severity, Set<Workflow> blocks) {
        var more = new ArrayList<>(rules);
        more.add(rule("r" + more.size(), when, severity, blocks));
        return new TinyModel(criteria, more, uncertainty);
    }

    TinyModel blocking(String when, Severity severity, Workflow... blocks) {
        return blocking(CelFixture.cel().compile(when), severity, Set.of(blocks));
    }

    TinyModel uncertain(int permille) {
        return new TinyModel(criteria, rules, permille);
    }

    /** Asks for exactly the facts that it reads. */
    DecisionModel build() {
        var read = new TreeSet<String>();
        criteria.forEach(criterion -> read.addAll(criterion.when().reads()));
        rules.forEach(rule -> read.addAll(rule.when().reads()));
        return new DecisionModel(
                "tiny",
                "Tiny",
                1,
                read.stream().map(TinyModel::fact).toList(),
                criteria,
                rules,
                List.of(),
                Arrays.stream(Workflow.values()).map(TinyModel::secondary).toList(),
                new ActivityKinds(List.of()),
                10,
                uncertainty,
                new Guidance("2026-05", "notice", Map.of()),
                "hash");
    }

    /** Another model with one rule more. */
    static DecisionModel withRule(DecisionModel model, FeasibilityRule rule) {
        var rules = new ArrayList<>(model.feasibility());
        rules.add(rule);
        return with(model, model.criteria(), rules);
    }

    /** Another model with its criteria in another order. */
    static DecisionModel withCriteria(DecisionModel model, List<Criterion> criteria) {
        return with(model, criteria, model.feasibility());
    }

    /** Another model with other criteria and rules. */
    static DecisionModel with(
            DecisionModel model, List<Criterion> criteria, List<FeasibilityRule> rules) {
        return new DecisionModel(
                model.id(),
                model.displayName(),
                model.version(),
                model.facts(),
                criteria,
                rules,
                model.advice(),
                model.secondaries(),
                model.kinds(),
                model.nearTiePoints(),
                model.weightUncertainty(),
                model.guidance(),
                model.hash());
    }

    static FeasibilityRule rule(
            String id, Expression when, Severity severity, Set<Workflow> blocks) {
        return new FeasibilityRule(
                id, Step.OBJECTIVE, when, blocks, severity, "gap", "closing", SOURCE);
    }

    private static ModelFact fact(String path) {
        List<String> ladder = LADDERS.get(path);
        if (ladder == null) {
            throw new IllegalArgumentException("no ladder for " + path);
        }
        return new ModelFact(path, "What about %s?".formatted(Derived.stated(path)), ladder);
    }

    private static Secondary secondary(Workflow workflow) {
        return new Secondary(
                "beside-" + workflow, workflow, Optional.empty(), "text", false, "why", SOURCE);
    }
}
