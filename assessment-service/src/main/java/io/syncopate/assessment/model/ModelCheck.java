package io.syncopate.assessment.model;

import io.syncopate.assessment.brief.Brief;
import io.syncopate.assessment.brief.Fact;
import io.syncopate.assessment.brief.Facts;
import io.syncopate.assessment.brief.Value;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Checks that every criterion and rule of a model can hold: for some values on the ladders of the
 * facts that it reads. One that never holds is a mistake, such as a condition that contradicts
 * itself. All combinations are tried, none is sampled; what has too many is refused.
 */
public final class ModelCheck {

    private final Expressions expressions;

    public ModelCheck(Expressions expressions) {
        this.expressions = expressions;
    }

    /**
     * @throws ModelRefusedException naming the first criterion or rule that can never hold
     */
    public void check(DecisionModel model) {
        Attempt attempt = attempt(model.facts());
        model.criteria().forEach(criterion -> check(attempt, criterion.id(), criterion.when()));
        model.feasibility().forEach(rule -> check(attempt, rule.id(), rule.when()));
    }

    private static void check(Attempt attempt, String id, Expression expression) {
        attempt.whyNot(expression)
                .ifPresent(
                        why -> {
                            throw new ModelRefusedException(
                                    id, "'%s' %s".formatted(expression.text(), why));
                        });
    }

    /** The check of one model, whose expressions share one limit. */
    Attempt attempt(List<ModelFact> facts) {
        return new Attempt(
                facts.stream().collect(Collectors.toMap(ModelFact::path, Function.identity())));
    }

    /** One model under check. */
    final class Attempt {

        private final Map<String, ModelFact> facts;
        private long left = ModelLimits.SITUATIONS_IN_ALL;

        private Attempt(Map<String, ModelFact> facts) {
            this.facts = facts;
        }

        /** What is wrong with an expression; empty when it can hold. */
        Optional<String> whyNot(Expression expression) {
            List<ModelFact> read = new ArrayList<>();
            long situations = 1;
            for (String path : expression.reads()) {
                ModelFact fact = facts.get(path);
                if (fact == null) {
                    return Optional.of(
                            "reads %s, which is not among the facts of the model".formatted(path));
                }
                read.add(fact);
                situations = Math.min(Integer.MAX_VALUE, situations * fact.ladder().size());
            }
            if (situations > ModelLimits.SITUATIONS) {
                return Optional.of(
                        "reads facts with %s combinations of values: expected at most %d; split it, or shorten their ladders"
                                .formatted(
                                        situations == Integer.MAX_VALUE ? "too many" : situations,
                                        ModelLimits.SITUATIONS));
            }
            left -= situations;
            if (left < 0) {
                return Optional.of(
                        "and those before it read facts with more than %d combinations of values in all; shorten ladders, or leave some out"
                                .formatted(ModelLimits.SITUATIONS_IN_ALL));
            }
            for (int number = 0; number < situations; number++) {
                if (expressions.over(situation(read, number)).holds(expression)) {
                    return Optional.empty();
                }
            }
            return Optional.of("holds for no values of its facts");
        }
    }

    private static Situation situation(List<ModelFact> facts, int number) {
        var stated = new TreeMap<Fact, Value>();
        stated.put(Facts.at("objective.statement"), new Value.Text("any"));
        var derived = new EnumMap<Derived, Double>(Derived.class);
        for (Derived fact : Derived.values()) {
            derived.put(fact, 0.0);
        }
        int rest = number;
        for (ModelFact fact : facts) {
            String rung = fact.ladder().get(rest % fact.ladder().size());
            rest /= fact.ladder().size();
            Derived.at(fact.path())
                    .ifPresentOrElse(
                            known -> derived.put(known, Double.valueOf(rung)),
                            () -> stated.put(Facts.at(fact.path()), value(fact.path(), rung)));
        }
        return new Situation(new Brief(stated, List.of(), List.of()), derived);
    }

    private static Value value(String path, String rung) {
        return switch (Facts.at(path).kind()) {
            case FLAG -> new Value.Flag(Boolean.parseBoolean(rung));
            case CHOICE -> new Value.Choice(rung);
            case NUMBER -> new Value.Amount(Double.parseDouble(rung));
            case TEXT, TEXTS -> throw new IllegalArgumentException(path + " decides nothing");
        };
    }
}
