package io.syncopate.assessment.model;

/** One row of the guide's comparison. */
public record Aspect(
        String id,
        String title,
        String synchronous,
        String asynchronous,
        String blended,
        String rule) {

    public String of(Workflow workflow) {
        return switch (workflow) {
            case SYNCHRONOUS -> synchronous;
            case ASYNCHRONOUS -> asynchronous;
            case BLENDED -> blended;
        };
    }
}
