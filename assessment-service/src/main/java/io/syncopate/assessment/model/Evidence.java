package io.syncopate.assessment.model;

/** What a criterion says for (above zero) or against each workflow when it holds fully, in points. */
public record Evidence(int synchronous, int asynchronous, int blended) {

    /** Keeps every score of a model of some thousand criteria within an {@code int}. */
    static final int LIMIT = 1000;

    public Evidence {
        refuseBeyondLimit(synchronous);
        refuseBeyondLimit(asynchronous);
        refuseBeyondLimit(blended);
    }

    public int on(Workflow workflow) {
        return switch (workflow) {
            case SYNCHRONOUS -> synchronous;
            case ASYNCHRONOUS -> asynchronous;
            case BLENDED -> blended;
        };
    }

    private static void refuseBeyondLimit(int points) {
        if (Math.abs(points) > LIMIT) {
            throw new IllegalArgumentException(
                    "evidence of %d points: expected -%d to %d".formatted(points, LIMIT, LIMIT));
        }
    }

    /** How far it can move two workflows apart. */
    public int spread() {
        return Math.max(synchronous, Math.max(asynchronous, blended))
                - Math.min(synchronous, Math.min(asynchronous, blended));
    }
}
