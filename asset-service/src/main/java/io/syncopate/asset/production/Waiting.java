package io.syncopate.asset.production;

import io.syncopate.asset.pipeline.Stage;
import io.syncopate.kernel.Uid;

import java.time.Instant;
import java.util.Optional;

/** Waits in its stage's queue for somebody to take it. */
public record Waiting(Deliverable deliverable, Passport passport, Place place, ClaimLog claims)
        implements Asset {

    @Override
    public Optional<Transition> pull(String claimId, Uid holder, Stage stage, Instant at) {
        return Optional.of(take(claimId, holder, stage, at, Optional.empty()));
    }

    Transition take(String claimId, Uid holder, Stage stage, Instant at, Optional<String> lost) {
        long fence = claims.nextFence();
        Claim claim = Claim.grant(claimId, place.queue().value(), holder, fence, at, stage.lease());
        Passport noted =
                passport.with(
                        HistoryEntry.within(
                                place.stage(), HistoryEntry.Kind.CLAIMED, holder, at, ""));
        ClaimLog log = claims.with(claim);
        Claimed claimed =
                stage.isDecision()
                        ? new InReview(deliverable, noted, place, log)
                        : new InProgress(deliverable, noted, place, log);
        return new Transition(
                claimed,
                new AssetEvent.AssetClaimed(place.stage(), claimId, fence, holder.value(), lost));
    }

    @Override
    public AssetStatus status() {
        return AssetStatus.WAITING;
    }

    @Override
    public Optional<Place> position() {
        return Optional.of(place);
    }
}
