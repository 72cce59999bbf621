package io.syncopate.asset.production;

import io.syncopate.asset.pipeline.Stage;
import io.syncopate.kernel.Uid;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Cannot be taken: assets that it depends on are not approved yet.
 *
 * @param waitsFor keys of these assets; never empty
 */
public record Blocked(Deliverable deliverable, Passport passport, Place place, Set<String> waitsFor)
        implements Asset {

    public Blocked {
        waitsFor = Set.copyOf(waitsFor);
        if (waitsFor.isEmpty()) {
            throw new IllegalArgumentException("a blocked asset waits for something");
        }
    }

    /**
     * Puts it into the queue when nothing is left to wait for; empty while something is.
     *
     * @param approved keys of all assets of the campaign that are approved
     * @param stage the stage whose queue it goes to
     */
    public Optional<Transition> unblock(Set<String> approved, Stage stage, Uid by, Instant at) {
        var open = new HashSet<>(waitsFor);
        open.removeAll(approved);
        if (!open.isEmpty()) {
            return Optional.empty();
        }
        HistoryEntry entry =
                HistoryEntry.within(stage.key(), HistoryEntry.Kind.UNBLOCKED, by, at, "");
        var waiting =
                new Waiting(
                        deliverable,
                        passport.with(entry),
                        Place.in(stage, deliverable, at),
                        ClaimLog.EMPTY);
        return Optional.of(new Transition(waiting, new AssetEvent.AssetUnblocked(stage.key())));
    }

    @Override
    public AssetStatus status() {
        return AssetStatus.BLOCKED;
    }

    @Override
    public ClaimLog claims() {
        return ClaimLog.EMPTY;
    }

    @Override
    public Optional<Place> position() {
        return Optional.of(place);
    }
}
