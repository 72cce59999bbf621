package io.syncopate.assessment.model;

import java.util.stream.IntStream;

/** What a criterion says for (above zero) or against each workflow when it holds fully, in points. */
public record Evidence(int synchronous, int asynchronous, int blended) {

    /** Keeps every score of a model of some thousand criteria within an {@code int}. */
    static final int LIMIT = 1000;

    public Evidence {
        IntStream.of(synchronous, asynchronous, blended)
                .filter(points -> Math.abs(points) > LIMIT)
                .findAny()
                .ifPresent(
                        points -> {
                            throw new IllegalArgumentException(
                                    "evidence of %d points: expected -%d to %d"
                                            .formatted(points, LIMIT, LIMIT));
                        });
    }

    public int on(Workflow workflow) {
        return switch (workflow) {
            case SYNCHRONOUS -> synchronous;
            case ASYNCHRONOUS -> asynchronous;
            case BLENDED -> blended;
        };
    }

    /** How far it can move two workflows apart. */
    public int spread() {
        return Math.max(synchronous, Math.max(asynchronous, blended))
                - Math.min(synchronous, Math.min(asynchronous, blended));
    }
}
