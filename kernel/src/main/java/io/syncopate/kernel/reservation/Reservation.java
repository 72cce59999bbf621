package io.syncopate.kernel.reservation;

import io.syncopate.kernel.TenantId;

import java.util.Map;
import java.util.Set;

/**
 * Keys that a holder has.
 *
 * @param fences of each key the number of its takings, by which a holder that lost it is told
 */
public record Reservation(TenantId tenant, String holder, Map<Key, Long> fences) {

    public Reservation {
        fences = Map.copyOf(fences);
    }

    public Set<Key> keys() {
        return fences.keySet();
    }
}
