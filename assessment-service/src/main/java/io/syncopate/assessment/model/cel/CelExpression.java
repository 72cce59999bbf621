package io.syncopate.assessment.model.cel;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelVariableResolver;

import io.syncopate.assessment.model.Derived;
import io.syncopate.assessment.model.Expression;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * A compiled expression within the profile.
 *
 * @param stated paths in the brief that what it reads follows from
 * @param conjuncts those of a conjunction, else none
 * @param table of its degrees; empty when it tells too much apart
 */
record CelExpression(
        String text,
        SortedSet<String> reads,
        List<String> stated,
        CelRuntime.Program program,
        List<CelExpression> conjuncts,
        Optional<DegreeTable> table)
        implements Expression {

    CelExpression(
            String text,
            CelProfile.Basis basis,
            CelRuntime.Program program,
            List<CelExpression> conjuncts) {
        this(
                text,
                basis.reads(),
                basis.reads().stream().map(Derived::stated).distinct().toList(),
                program,
                conjuncts,
                DegreeTable.over(basis));
    }

    CelExpression {
        reads = Collections.unmodifiableSortedSet(reads);
        stated = List.copyOf(stated);
        conjuncts = List.copyOf(conjuncts);
    }

    @Override
    public List<CelExpression> demands() {
        return conjuncts.isEmpty() ? List.of(this) : conjuncts;
    }

    /**
     * @param variables read in place: a map would be copied for each expression
     */
    int degree(CelVariableResolver variables) {
        Object result;
        try {
            result = program.eval(variables);
        } catch (CelEvaluationException e) {
            throw new IllegalStateException(
                    "'%s' failed, which the profile rules out".formatted(text), e);
        }
        return switch (result) {
            case Boolean holds -> holds ? FULL : 0;
            case Double degree when degree.isNaN() -> 0;
            case Double degree -> (int) Math.rint(Math.clamp(degree, 0.0, 1.0) * FULL);
            default ->
                    throw new IllegalStateException(
                            "'%s' yields %s, which the profile rules out"
                                    .formatted(text, result.getClass()));
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CelExpression expression && expression.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
