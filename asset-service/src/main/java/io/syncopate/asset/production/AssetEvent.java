package io.syncopate.asset.production;

import io.syncopate.kernel.DomainEvent;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What happened to an asset; each step has exactly one. */
public sealed interface AssetEvent extends DomainEvent {

    /**
     * @param waitsFor keys of the assets that block it
     */
    record AssetCreated(String stage, Set<String> waitsFor) implements AssetEvent {}

    record AssetUnblocked(String stage) implements AssetEvent {}

    /**
     * @param lost the claim whose lease was over, when the asset was taken from it
     */
    record AssetClaimed(
            String stage, String claim, long fence, String holder, Optional<String> lost)
            implements AssetEvent {}

    record ClaimRenewed(String claim, Instant expires) implements AssetEvent {}

    record ClaimReleased(String stage, String claim) implements AssetEvent {}

    record ClaimExpired(String stage, String claim, String holder) implements AssetEvent {}

    record AssetPushed(String from, String to, int version, boolean contextMissing)
            implements AssetEvent {}

    /**
     * @param to empty when nothing comes after the decision
     */
    record AssetApproved(String from, Optional<String> to, int version, boolean forGood)
            implements AssetEvent {}

    record ChangesRequested(String from, String to, String reason) implements AssetEvent {}

    record AssetCompleted(String from, int version) implements AssetEvent {}
}
