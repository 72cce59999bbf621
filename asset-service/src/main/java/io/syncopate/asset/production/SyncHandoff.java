package io.syncopate.asset.production;

/** What two people did when they met to hand an asset over; all three marks make it one. */
public record SyncHandoff(
        boolean contextExplained, boolean questionsAnswered, boolean receiptConfirmed) {

    public static final SyncHandoff NONE = new SyncHandoff(false, false, false);
}
