package io.syncopate.asset.production;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The claims on one asset, oldest first; those long over are dropped, the numbering goes on. */
public record ClaimLog(List<Claim> claims) {

    static final ClaimLog EMPTY = new ClaimLog(List.of());

    /** Enough for every stage of the longest pipeline to be claimed twice. */
    private static final int KEPT = 40;

    public ClaimLog {
        claims = List.copyOf(claims);
    }

    public Optional<Claim> find(String id) {
        return claims.stream().filter(claim -> claim.id().equals(id)).findFirst();
    }

    public Optional<Claim> last() {
        return claims.isEmpty() ? Optional.empty() : Optional.of(claims.getLast());
    }

    long nextFence() {
        return last().map(Claim::fence).orElse(0L) + 1;
    }

    ClaimLog with(Claim granted) {
        var longer = new ArrayList<>(claims);
        longer.add(granted);
        return new ClaimLog(longer.subList(Math.max(0, longer.size() - KEPT), longer.size()));
    }

    ClaimLog withLast(Claim changed) {
        var same = new ArrayList<>(claims);
        same.set(same.size() - 1, changed);
        return new ClaimLog(same);
    }
}
