package io.syncopate.assessment.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Something that an answer says about a workflow.
 *
 * @param about the workflows whose recommendation says it
 * @param when only then; empty = always
 * @param answers ids of the advice that it answers, where it is a mitigation
 */
public record Advice(
        String id,
        Kind kind,
        Set<Workflow> about,
        Optional<Expression> when,
        String text,
        List<String> answers,
        Source source) {

    public Advice {
        about = Set.copyOf(about);
        answers = List.copyOf(answers);
        if (about.isEmpty()) {
            throw new ModelRefusedException("advice " + id, "it is about no workflow");
        }
    }

    /** What an advice is. */
    public enum Kind {
        BENEFIT,
        RISK,
        FRICTION,
        MITIGATION,
        /** Without it the workflow is not worth starting. */
        MUST_HAVE,
        /** A mistake that the brief shows; never changes a score. */
        WARNING
    }
}
