package io.syncopate.testkit.kernel;

import io.syncopate.kernel.Command;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.reservation.Holders;
import io.syncopate.kernel.reservation.Key;
import io.syncopate.kernel.reservation.Reservation;
import io.syncopate.kernel.reservation.Reservations;
import io.syncopate.kernel.reservation.Taking;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The port without a store, for use cases under test; passes the same contract as MongoDB's. */
public final class InMemoryReservations implements Reservations {

    private final Holders holders;
    private final Clock clock;
    private final Map<Place, Held> held = new HashMap<>();
    private long fences;

    private record Place(TenantId tenant, Key key) {}

    private record Held(String holder, long fence, Instant until, boolean confirmed) {
        Held until(Instant later, boolean isConfirmed) {
            return new Held(holder, fence, later, isConfirmed);
        }
    }

    public InMemoryReservations(Holders holders, Clock clock) {
        this.holders = holders;
        this.clock = clock;
    }

    @Override
    public synchronized Taking take(Command by, String holder, Set<Key> wanted, Instant until) {
        for (Key key : new TreeSet<>(wanted)) {
            Held other = held.get(new Place(by.tenant(), key));
            if (other != null && !other.holder().equals(holder) && isNeeded(by.tenant(), key)) {
                return new Taking.Refused(key, other.holder(), other.until());
            }
        }
        Map<Key, Long> taken = new TreeMap<>();
        for (Key key : wanted) {
            Held mine = held.get(new Place(by.tenant(), key));
            Held now =
                    mine != null && mine.holder().equals(holder) && !ranOut(mine)
                            ? mine.until(later(mine.until(), until), mine.confirmed())
                            : new Held(holder, ++fences, until, false);
            held.put(new Place(by.tenant(), key), now);
            taken.put(key, now.fence());
        }
        return new Taking.Taken(new Reservation(by.tenant(), holder, taken));
    }

    @Override
    public synchronized boolean confirm(Reservation reservation, Instant until) {
        for (Map.Entry<Key, Long> each : reservation.fences().entrySet()) {
            Place place = new Place(reservation.tenant(), each.getKey());
            Held mine = held.get(place);
            if (mine == null || !isOf(mine, reservation.holder(), each.getValue())) {
                return false;
            }
            held.put(place, mine.until(until, true));
        }
        return true;
    }

    @Override
    public synchronized void give(Reservation reservation) {
        reservation
                .fences()
                .forEach(
                        (key, fence) ->
                                held.computeIfPresent(
                                        new Place(reservation.tenant(), key),
                                        (_, mine) ->
                                                isOf(mine, reservation.holder(), fence)
                                                        ? null
                                                        : mine));
    }

    @Override
    public synchronized void giveAll(TenantId tenant, String holder) {
        held.entrySet().removeIf(each -> isOf(each, tenant, holder));
    }

    @Override
    public synchronized Set<Key> heldBy(TenantId tenant, String holder) {
        Set<Key> keys = new TreeSet<>();
        for (Map.Entry<Place, Held> each : held.entrySet()) {
            if (isOf(each, tenant, holder) && !ranOut(each.getValue())) {
                keys.add(each.getKey().key());
            }
        }
        return keys;
    }

    @Override
    public synchronized int reconcile() {
        int settled = 0;
        for (Place place : Set.copyOf(held.keySet())) {
            Held each = held.get(place);
            if (each != null && ranOut(each) && !isNeeded(place.tenant(), place.key())) {
                held.remove(place);
                settled++;
            }
        }
        return settled;
    }

    private boolean isNeeded(TenantId tenant, Key key) {
        Place place = new Place(tenant, key);
        Held stored = held.get(place);
        if (stored == null) {
            return false;
        }
        if (!ranOut(stored) && !stored.confirmed()) {
            return true;
        }
        Optional<Instant> until = holders.needs(tenant, stored.holder(), key);
        if (until.isPresent() && ranOut(stored)) {
            held.put(place, stored.until(until.get(), true));
        }
        return until.isPresent();
    }

    private boolean ranOut(Held each) {
        return each.until().isBefore(clock.instant().minus(MAX_SKEW));
    }

    private static boolean isOf(Held mine, String holder, long fence) {
        return mine.holder().equals(holder) && mine.fence() == fence;
    }

    private static boolean isOf(Map.Entry<Place, Held> each, TenantId tenant, String holder) {
        return each.getKey().tenant().equals(tenant) && each.getValue().holder().equals(holder);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
