package io.syncopate.asset.production;

import io.syncopate.asset.pipeline.Stage;
import io.syncopate.kernel.Uid;

import java.time.Instant;
import java.util.Optional;

/** Somebody holds it; it has kept its place in the queue for the case that it is given back. */
public sealed interface Claimed extends Asset permits InProgress, InReview {

    Place place();

    Claimed with(ClaimLog renewed);

    default Claim claim() {
        return claims().last().orElseThrow();
    }

    default Transition renew(Instant at) {
        Claim renewed = claim().renewed(at);
        return new Transition(
                with(claims().withLast(renewed)),
                new AssetEvent.ClaimRenewed(renewed.id(), renewed.expires()));
    }

    /**
     * @param notes what the next owner has to know; may be empty
     */
    default Transition release(String notes, Instant at) {
        Uid by = claim().holder();
        Passport noted =
                notes.isBlank()
                        ? passport()
                        : passport().with(id(), new ContextNote(notes, place().stage(), by, at));
        return new Transition(
                backInQueue(noted, HistoryEntry.Kind.RELEASED, Claim.State.RELEASED, by, notes, at),
                new AssetEvent.ClaimReleased(place().stage(), claim().id()));
    }

    /** Puts it back into the queue when the lease has been over for long enough. */
    default Optional<Transition> expire(Uid by, Instant at) {
        return at.isBefore(claim().lost())
                ? Optional.empty()
                : Optional.of(
                        new Transition(
                                expired(by, at),
                                new AssetEvent.ClaimExpired(
                                        place().stage(), claim().id(), claim().holder().value())));
    }

    /** An item whose lease is over can be taken without waiting for the sweep. */
    @Override
    default Optional<Transition> pull(String claimId, Uid holder, Stage stage, Instant at) {
        return at.isBefore(claim().lost())
                ? Optional.empty()
                : Optional.of(
                        expired(holder, at)
                                .take(claimId, holder, stage, at, Optional.of(claim().id())));
    }

    @Override
    default AssetStatus status() {
        return AssetStatus.CLAIMED;
    }

    @Override
    default Optional<Place> position() {
        return Optional.of(place());
    }

    private Waiting expired(Uid by, Instant at) {
        return backInQueue(
                passport(), HistoryEntry.Kind.CLAIM_EXPIRED, Claim.State.EXPIRED, by, "", at);
    }

    private Waiting backInQueue(
            Passport passport,
            HistoryEntry.Kind kind,
            Claim.State how,
            Uid by,
            String comment,
            Instant at) {
        return new Waiting(
                deliverable(),
                passport.with(HistoryEntry.within(place().stage(), kind, by, at, comment)),
                place(),
                claims().withLast(claim().ended(how, at)));
    }
}
