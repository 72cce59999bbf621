package io.syncopate.asset.production;

import java.time.Instant;
import java.util.Optional;

/** Out on its channel: the end of its way. */
public record Done(Deliverable deliverable, Passport passport, ClaimLog claims, Instant at)
        implements Asset {

    @Override
    public AssetStatus status() {
        return AssetStatus.DONE;
    }

    @Override
    public Optional<Place> position() {
        return Optional.empty();
    }
}
