package io.syncopate.assessment.model;

import java.util.List;

/**
 * One row of the guide's comparison.
 *
 * @param mostFirst the workflows from most to least of it; empty where there is no more and less
 */
public record Aspect(
        String id,
        String title,
        String synchronous,
        String asynchronous,
        String blended,
        List<Workflow> mostFirst,
        String rule) {

    public Aspect {
        mostFirst = List.copyOf(mostFirst);
    }

    public String of(Workflow workflow) {
        return switch (workflow) {
            case SYNCHRONOUS -> synchronous;
            case ASYNCHRONOUS -> asynchronous;
            case BLENDED -> blended;
        };
    }
}
