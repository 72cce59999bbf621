package io.syncopate.asset.production;

import io.syncopate.asset.pipeline.Pipeline;
import io.syncopate.asset.pipeline.Stage;
import io.syncopate.kernel.NotFoundException;
import io.syncopate.kernel.Uid;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * One deliverable on its way. Each state is a type and allows what can be done in it; every step
 * leads to one event.
 */
public sealed interface Asset permits Blocked, Waiting, Claimed, Done {

    Deliverable deliverable();

    Passport passport();

    ClaimLog claims();

    AssetStatus status();

    /** Where it is; empty when it is done. */
    Optional<Place> position();

    default AssetId id() {
        return deliverable().id();
    }

    default boolean isApproved() {
        return passport().approval().isPresent();
    }

    /** Whether this person holds it, or held it; long ago is forgotten. */
    default boolean wasTakenBy(Uid person) {
        return claims().claims().stream().anyMatch(claim -> claim.holder().equals(person));
    }

    /** Hands the asset to somebody; empty when it is not to be had at this time. */
    default Optional<Transition> pull(String claimId, Uid holder, Stage stage, Instant at) {
        return Optional.empty();
    }

    /**
     * The asset as held by who proves to hold it.
     *
     * @throws ProductionException.ClaimLost when that claim is over
     * @throws ProductionException.ClaimOfOther when somebody else holds it
     * @throws NotFoundException when it is not a claim on this asset
     */
    default Claimed heldBy(ClaimProof proof, Instant at) {
        Claim claim =
                claims().find(proof.claim())
                        .orElseThrow(
                                () -> new NotFoundException("claim", "claims/" + proof.claim()));
        if (!claim.holder().equals(proof.by())) {
            throw new ProductionException.ClaimOfOther(id(), claim);
        }
        if (claim.isLive(at) && this instanceof Claimed claimed) {
            return claimed;
        }
        throw new ProductionException.ClaimLost(id(), claim, at);
    }

    /**
     * An asset that begins its way in the pipeline's first stage.
     *
     * @param notes what is to be known from the start; may be empty
     */
    static Transition create(
            Deliverable deliverable, Pipeline pipeline, String notes, Uid creator, Instant at) {
        Stage first = pipeline.first();
        Passport issued = Passport.issued(creator, HistoryEntry.created(first.key(), creator, at));
        Passport passport =
                notes.isBlank()
                        ? issued
                        : issued.with(deliverable.id(), new ContextNote(notes, "", creator, at));
        Place place = Place.in(first, deliverable, at);
        Set<String> waitsFor = deliverable.waitsFor();
        Asset asset =
                waitsFor.isEmpty()
                        ? new Waiting(deliverable, passport, place, ClaimLog.EMPTY)
                        : new Blocked(deliverable, passport, place, waitsFor);
        return new Transition(asset, new AssetEvent.AssetCreated(first.key(), waitsFor));
    }
}
