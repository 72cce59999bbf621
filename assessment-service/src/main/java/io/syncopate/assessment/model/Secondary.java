package io.syncopate.assessment.model;

import java.util.Optional;

/**
 * What goes beside a dominant mode; the first of a model that applies is taken.
 *
 * @param beside the dominant mode
 * @param when only then; empty = always
 * @param live whether it takes place live
 */
public record Secondary(
        String id,
        Workflow beside,
        Optional<Expression> when,
        String text,
        boolean live,
        String reason,
        Source source) {}
