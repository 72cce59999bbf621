package io.syncopate.asset.advisor;

/**
 * Something that stands in the way of a model.
 *
 * @param missing what is missing
 * @param remedy how to clear it
 */
public record Obstacle(
        String id,
        ProductionModel model,
        Severity severity,
        String missing,
        String remedy,
        Source source) {

    /** How much it stands in the way. */
    public enum Severity {
        /** It was not stated whether the model has what it needs. */
        UNCONFIRMED,
        /** The model is blocked until it is closed. */
        GAP,
        /** The model cannot carry this work. */
        RULED_OUT
    }

    boolean blocks() {
        return severity != Severity.UNCONFIRMED;
    }
}
