package io.syncopate.assessment.model.cel;

import io.syncopate.assessment.model.Expression;
import io.syncopate.assessment.model.Expressions.Evaluation;
import io.syncopate.assessment.model.Otherwise;
import io.syncopate.proto.assessment.v1.Brief;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/** A situation as the variables of an expression. */
final class CelEvaluation implements Evaluation {

    private final Map<String, Object> variables;

    /** Criteria are asked for what they add, and again for what softens them. */
    private final Map<CelExpression, Integer> known = new IdentityHashMap<>();

    CelEvaluation(Map<String, Object> variables) {
        this.variables = Map.copyOf(variables);
    }

    @Override
    public int degree(Expression expression) {
        if (expression instanceof CelExpression compiled) {
            return known.computeIfAbsent(
                    compiled,
                    each -> each.degree(name -> Optional.ofNullable(variables.get(name))));
        }
        throw new IllegalArgumentException("'%s' is no compiled CEL".formatted(expression.text()));
    }

    @Override
    public Evaluation with(Otherwise otherwise) {
        var changed = new HashMap<>(variables);
        if (!otherwise.stated().isEmpty()
                && variables.get(CelExpressions.BRIEF) instanceof Brief brief) {
            changed.put(CelExpressions.BRIEF, BriefMessage.with(brief, otherwise.stated()));
        }
        otherwise.derived().forEach((fact, value) -> changed.put(fact.path(), value));
        return new CelEvaluation(changed);
    }
}
