package io.syncopate.asset.production;

import io.syncopate.kernel.Uid;

import java.time.Instant;
import java.util.Optional;

/**
 * One step on an asset's way.
 *
 * @param from the stage before; empty for the first step
 * @param to the stage after; empty for the last step
 * @param comment what was said with it; may be empty
 * @param contextMissing whether it was handed on without a word for the next person
 */
public record HistoryEntry(
        Kind kind,
        Optional<String> from,
        Optional<String> to,
        Uid by,
        Instant at,
        String comment,
        boolean contextMissing) {

    static HistoryEntry created(String stage, Uid by, Instant at) {
        return new HistoryEntry(
                Kind.CREATED, Optional.empty(), Optional.of(stage), by, at, "", false);
    }

    /** A step that leaves the asset in its stage. */
    static HistoryEntry within(String stage, Kind kind, Uid by, Instant at, String comment) {
        return new HistoryEntry(
                kind, Optional.of(stage), Optional.of(stage), by, at, comment, false);
    }

    /** What the step was. */
    public enum Kind {
        CREATED,
        /** The last asset that it depended on was approved. */
        UNBLOCKED,
        CLAIMED,
        RELEASED,
        CLAIM_EXPIRED,
        PUSHED,
        APPROVED,
        CHANGES_REQUESTED,
        /** It left the last stage. */
        COMPLETED
    }
}
