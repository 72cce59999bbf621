package io.syncopate.assessment.model.cel;

import dev.cel.runtime.CelVariableResolver;

import io.syncopate.assessment.model.Derived;
import io.syncopate.assessment.model.Expression;
import io.syncopate.assessment.model.Expressions.Evaluation;
import io.syncopate.assessment.model.Otherwise;
import io.syncopate.assessment.model.Situation;
import io.syncopate.proto.assessment.v1.Brief;

import org.jspecify.annotations.Nullable;

import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A situation as the variables of an expression. */
final class CelEvaluation implements Evaluation {

    private final KnownFacts facts;
    private final Map<Derived, Double> derived;
    private final Supplier<Brief> brief;
    private @Nullable Brief message;

    /** Criteria are asked for what they add, and again for what softens them. */
    private final Map<CelExpression, Integer> known = new IdentityHashMap<>();

    private final CelVariableResolver variables = this::variable;

    /**
     * @param brief made when the first expression reads it: most are looked up
     */
    private CelEvaluation(KnownFacts facts, Map<Derived, Double> derived, Supplier<Brief> brief) {
        this.facts = facts;
        this.derived = derived;
        this.brief = brief;
    }

    static CelEvaluation of(Situation situation) {
        return new CelEvaluation(
                KnownFacts.of(situation),
                situation.derived(),
                () -> BriefMessage.of(situation.brief()));
    }

    @Override
    public int degree(Expression expression) {
        if (expression instanceof CelExpression compiled) {
            return compiled.table().isPresent()
                    ? compiled.table().get().degree(facts, () -> compiled.degree(variables))
                    : known(compiled);
        }
        throw new IllegalArgumentException("'%s' is no compiled CEL".formatted(expression.text()));
    }

    private int known(CelExpression expression) {
        Integer before = known.get(expression);
        if (before != null) {
            return before;
        }
        int degree = workOut(expression);
        known.put(expression, degree);
        return degree;
    }

    /** What is demanded of facts with a few values is looked up, and often settles it. */
    private int workOut(CelExpression expression) {
        if (expression.conjuncts().isEmpty()) {
            return expression.degree(variables);
        }
        int least = Expression.FULL;
        for (CelExpression demand : expression.conjuncts()) {
            least = Math.min(least, degree(demand));
            if (least == 0) {
                return 0;
            }
        }
        return least;
    }

    @Override
    public Evaluation with(Otherwise otherwise) {
        if (otherwise.stated().isEmpty()) {
            return new CelEvaluation(facts.with(otherwise), derivedWith(otherwise), this::message);
        }
        return new CelEvaluation(
                facts.with(otherwise),
                derivedWith(otherwise),
                () -> BriefMessage.with(message(), otherwise.stated()));
    }

    private Map<Derived, Double> derivedWith(Otherwise otherwise) {
        if (otherwise.derived().isEmpty()) {
            return derived;
        }
        var changed = new EnumMap<Derived, Double>(Derived.class);
        changed.putAll(derived);
        changed.putAll(otherwise.derived());
        return changed;
    }

    private Optional<Object> variable(String name) {
        return name.equals(CelExpressions.BRIEF)
                ? Optional.of(message())
                : Derived.at(name).map(derived::get);
    }

    private Brief message() {
        Brief made = message;
        if (made == null) {
            made = brief.get();
            message = made;
        }
        return made;
    }
}
