package io.syncopate.assessment.model;

/** The language of criteria. */
public interface Expressions {

    /**
     * @throws ExpressionRefusedException with the position, when it is outside the language's
     *     profile, reads something that is no fact or yields neither a truth value nor a degree
     */
    Expression compile(String text);

    /** Makes a situation ready for any number of expressions. */
    Evaluation over(Situation situation);

    /**
     * One situation, against which compiled expressions of this language are evaluated; for one thread
     * at a time.
     */
    interface Evaluation {

        /** How far the expression holds, 0 to {@link Expression#FULL}. */
        int degree(Expression expression);

        /** The same situation, but for what is otherwise in it. */
        Evaluation with(Otherwise otherwise);

        default boolean holds(Expression expression) {
            return degree(expression) > 0;
        }
    }
}
