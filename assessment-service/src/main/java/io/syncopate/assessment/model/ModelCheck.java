package io.syncopate.assessment.model;

import io.syncopate.assessment.brief.Brief;
import io.syncopate.assessment.brief.Fact;
import io.syncopate.assessment.brief.Facts;
import io.syncopate.assessment.brief.Value;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Checks that every criterion and rule of a model can hold: for some values on the ladders of the
 * facts that it reads. One that never holds is a mistake, such as a condition that contradicts
 * itself.
 */
public final class ModelCheck {

    /** Ladders have few rungs; an expression that reads so many facts is split better. */
    private static final int MOST_SITUATIONS = 100_000;

    private final Expressions expressions;

    public ModelCheck(Expressions expressions) {
        this.expressions = expressions;
    }

    /**
     * @throws ModelRefusedException naming the first criterion or rule that can never hold
     */
    public void check(DecisionModel model) {
        Map<String, ModelFact> facts =
                model.facts().stream()
                        .collect(Collectors.toMap(ModelFact::path, Function.identity()));
        model.criteria().forEach(criterion -> check(criterion.id(), criterion.when(), facts));
        model.feasibility().forEach(rule -> check(rule.id(), rule.when(), facts));
    }

    private void check(String id, Expression expression, Map<String, ModelFact> facts) {
        List<ModelFact> read = new ArrayList<>();
        long situations = 1;
        for (String path : expression.reads()) {
            ModelFact fact = facts.get(path);
            if (fact == null) {
                throw new ModelRefusedException(id, path + " is not among the facts of the model");
            }
            read.add(fact);
            situations *= fact.ladder().size();
        }
        if (situations > MOST_SITUATIONS) {
            throw new ModelRefusedException(
                    id,
                    "its facts have %d combinations of values; expected at most %d"
                            .formatted(situations, MOST_SITUATIONS));
        }
        for (long number = 0; number < situations; number++) {
            if (expressions.over(situation(read, number)).holds(expression)) {
                return;
            }
        }
        throw new ModelRefusedException(
                id, "'%s' holds for no values of its facts".formatted(expression.text()));
    }

    private static Situation situation(List<ModelFact> facts, long number) {
        var stated = new TreeMap<Fact, Value>();
        stated.put(Facts.at("objective.statement"), new Value.Text("any"));
        var derived = new EnumMap<Derived, Double>(Derived.class);
        for (Derived fact : Derived.values()) {
            derived.put(fact, 0.0);
        }
        long rest = number;
        for (ModelFact fact : facts) {
            String rung = fact.ladder().get((int) (rest % fact.ladder().size()));
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
