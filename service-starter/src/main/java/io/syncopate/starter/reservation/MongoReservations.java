package io.syncopate.starter.reservation;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;

import io.syncopate.kernel.Command;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.reservation.Holders;
import io.syncopate.kernel.reservation.Key;
import io.syncopate.kernel.reservation.Reservation;
import io.syncopate.kernel.reservation.Reservations;
import io.syncopate.kernel.reservation.Taking;
import io.syncopate.starter.mongo.AggregateFields;
import io.syncopate.starter.mongo.AllTenants;
import io.syncopate.starter.mongo.Lanes;

import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * {@link Reservations}, of which one document holds one key, changed by one conditional write: so no key
 * has two holders.
 */
public final class MongoReservations implements Reservations {

    /** How long a free key is remembered, so that its fence goes on rising. */
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private static final int MOST = 200;
    private static final String ID = AggregateFields.ID;
    private static final String TENANT = AggregateFields.TENANT;
    private static final String LANE = AggregateFields.LANE;
    private static final String KEY = "key";
    private static final String HOLDER = "holder";
    private static final String FENCE = "fence";
    private static final String UNTIL = "until";
    private static final String CONFIRMED = "confirmed";
    private static final String NOBODY = "";

    private final MongoCollection<Document> keys;
    private final Holders holders;
    private final Clock clock;

    /**
     * @param collection of its own for each use, such as {@code facilitatorHours}
     */
    public MongoReservations(
            MongoDatabase database, String collection, Holders holders, Clock clock) {
        this.keys = database.getCollection(collection);
        this.holders = holders;
        this.clock = clock;
        keys.createIndexes(
                List.of(
                        new IndexModel(
                                Sorts.ascending(TENANT, HOLDER),
                                new IndexOptions().name("of-a-holder")),
                        new IndexModel(
                                Sorts.ascending(UNTIL), new IndexOptions().name("to-reconcile"))));
    }

    @Override
    public Taking take(Command by, String holder, Set<Key> wanted, Instant until) {
        if (holder.isEmpty()) {
            throw new IllegalArgumentException("holder '': expected a name");
        }
        Map<Key, Long> fences = new LinkedHashMap<>();
        Set<Key> fresh = new TreeSet<>();
        for (Key key : new TreeSet<>(wanted)) {
            Grab grab = grab(by.tenant(), holder, key, until);
            if (grab.refused() != null) {
                give(new Reservation(by.tenant(), holder, only(fences, fresh)));
                return grab.refused();
            }
            fences.put(key, grab.fence());
            if (grab.fresh()) {
                fresh.add(key);
            }
        }
        return new Taking.Taken(new Reservation(by.tenant(), holder, fences));
    }

    @Override
    public boolean confirm(Reservation reservation, Instant until) {
        Bson confirming =
                Updates.combine(Updates.set(UNTIL, Date.from(until)), Updates.set(CONFIRMED, true));
        for (Map.Entry<Key, Long> each : reservation.fences().entrySet()) {
            Bson mine =
                    and(
                            identity(reservation.tenant(), each.getKey()),
                            eq(HOLDER, reservation.holder()),
                            eq(FENCE, each.getValue()));
            if (keys.updateOne(mine, confirming).getMatchedCount() == 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void give(Reservation reservation) {
        reservation
                .fences()
                .forEach(
                        (key, fence) ->
                                free(
                                        reservation.tenant(),
                                        key,
                                        reservation.holder(),
                                        Optional.of(fence)));
    }

    @Override
    public void giveAll(TenantId tenant, String holder) {
        for (Key key : heldBy(tenant, holder)) {
            free(tenant, key, holder, Optional.empty());
        }
    }

    @Override
    public Set<Key> heldBy(TenantId tenant, String holder) {
        Set<Key> held = new TreeSet<>();
        keys.find(
                        and(
                                eq(TENANT, tenant.value()),
                                eq(HOLDER, holder),
                                gt(UNTIL, Date.from(clock.instant().minus(MAX_SKEW)))))
                .forEach(found -> held.add(new Key(found.getString(KEY))));
        return held;
    }

    @Override
    public int reconcile() {
        Date ranOut = Date.from(clock.instant().minus(MAX_SKEW));
        List<Document> found =
                keys.find(lt(UNTIL, ranOut))
                        .comment(AllTenants.COMMENT)
                        .sort(Sorts.ascending(UNTIL))
                        .limit(MOST)
                        .into(new ArrayList<>());
        int settled = 0;
        for (Document each : found) {
            TenantId tenant = new TenantId(each.getString(TENANT));
            Key key = new Key(each.getString(KEY));
            String holder = each.getString(HOLDER);
            if (holder.equals(NOBODY)) {
                settled += forget(tenant, key, each);
            } else if (!isNeeded(tenant, key, each)) {
                free(tenant, key, holder, Optional.of(fence(each)));
                settled++;
            }
        }
        return settled;
    }

    private Grab grab(TenantId tenant, String holder, Key key, Instant until) {
        Bson mine = and(identity(tenant, key), eq(HOLDER, holder), gt(UNTIL, ranOut()));
        Document kept = keys.findOneAndUpdate(mine, Updates.max(UNTIL, Date.from(until)));
        if (kept != null) {
            return new Grab(fence(kept), false, null);
        }
        Document stored = keys.find(identity(tenant, key)).first();
        while (true) {
            if (stored == null) {
                Optional<Grab> first = first(tenant, holder, key, until);
                if (first.isPresent()) {
                    return first.get();
                }
                stored = Objects.requireNonNull(keys.find(identity(tenant, key)).first());
            }
            if (!isFree(tenant, holder, key, stored)) {
                return new Grab(0, false, refused(key, stored));
            }
            Bson asRead =
                    and(
                            identity(tenant, key),
                            eq(HOLDER, stored.getString(HOLDER)),
                            eq(FENCE, fence(stored)),
                            eq(UNTIL, stored.getDate(UNTIL)));
            Bson taking =
                    Updates.combine(
                            Updates.set(HOLDER, holder),
                            Updates.inc(FENCE, 1L),
                            Updates.set(UNTIL, Date.from(until)),
                            Updates.set(CONFIRMED, false));
            Document taken =
                    keys.findOneAndUpdate(
                            asRead,
                            taking,
                            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
            if (taken != null) {
                return new Grab(fence(taken), true, null);
            }
            // A rival was faster; each round somebody has got it, so this ends.
            stored = keys.find(identity(tenant, key)).first();
        }
    }

    private Optional<Grab> first(TenantId tenant, String holder, Key key, Instant until) {
        // Higher than any fence that was forgotten: those began at an earlier time.
        long fence = clock.instant().toEpochMilli();
        try {
            keys.insertOne(
                    new Document(ID, id(tenant, key))
                            .append(TENANT, tenant.value())
                            .append(LANE, Lanes.of(key.value()))
                            .append(KEY, key.value())
                            .append(HOLDER, holder)
                            .append(FENCE, fence)
                            .append(UNTIL, Date.from(until))
                            .append(CONFIRMED, false));
            return Optional.of(new Grab(fence, true, null));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /** Whether the key as it was read may be taken by somebody who wants it. */
    private boolean isFree(TenantId tenant, String wanting, Key key, Document stored) {
        String holder = stored.getString(HOLDER);
        if (holder.equals(NOBODY) || holder.equals(wanting)) {
            return true;
        }
        boolean asked = ranOut(stored) || stored.getBoolean(CONFIRMED, false);
        return asked && !isNeeded(tenant, key, stored);
    }

    /** What ran out while its holder needs it is held on in the holder's place. */
    private boolean isNeeded(TenantId tenant, Key key, Document stored) {
        String holder = stored.getString(HOLDER);
        Optional<Instant> until = holders.needs(tenant, holder, key);
        if (until.isEmpty()) {
            return false;
        }
        return !ranOut(stored)
                || confirm(
                        new Reservation(tenant, holder, Map.of(key, fence(stored))), until.get());
    }

    private void free(TenantId tenant, Key key, String holder, Optional<Long> fence) {
        Bson held = and(identity(tenant, key), eq(HOLDER, holder));
        keys.updateOne(
                fence.<Bson>map(number -> and(held, eq(FENCE, number))).orElse(held),
                Updates.combine(
                        Updates.set(HOLDER, NOBODY),
                        Updates.set(CONFIRMED, false),
                        Updates.set(UNTIL, Date.from(clock.instant().plus(REMEMBERED)))));
    }

    private int forget(TenantId tenant, Key key, Document free) {
        return (int)
                keys.deleteOne(
                                and(
                                        identity(tenant, key),
                                        eq(HOLDER, NOBODY),
                                        eq(FENCE, fence(free))))
                        .getDeletedCount();
    }

    private Taking.Refused refused(Key key, Document stored) {
        return new Taking.Refused(key, stored.getString(HOLDER), stored.getDate(UNTIL).toInstant());
    }

    private boolean ranOut(Document stored) {
        return stored.getDate(UNTIL).before(ranOut());
    }

    private Date ranOut() {
        return Date.from(clock.instant().minus(MAX_SKEW));
    }

    private static Map<Key, Long> only(Map<Key, Long> fences, Set<Key> some) {
        Map<Key, Long> kept = new LinkedHashMap<>(fences);
        kept.keySet().retainAll(some);
        return kept;
    }

    private static long fence(Document stored) {
        return stored.get(FENCE, Number.class).longValue();
    }

    private static Bson identity(TenantId tenant, Key key) {
        return and(
                eq(ID, id(tenant, key)),
                eq(TENANT, tenant.value()),
                eq(LANE, Lanes.of(key.value())));
    }

    private static String id(TenantId tenant, Key key) {
        return tenant.value() + "/" + key.value();
    }

    /**
     * @param fresh whether it was not held before
     */
    private record Grab(long fence, boolean fresh, Taking.@Nullable Refused refused) {}
}
