package io.syncopate.asset.production;

import io.syncopate.kernel.Command;
import io.syncopate.kernel.RequestReusedException;
import io.syncopate.kernel.TenantId;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The port without a store. */
public final class InMemoryClaimTickets implements ClaimTickets {

    private final Map<String, Stored> tickets = new HashMap<>();

    @Override
    public synchronized Issue issue(Command by, String claim) {
        Stored known =
                tickets.putIfAbsent(
                        key(by.tenant(), claim),
                        new Stored(by.fingerprint(), by.at(), Optional.empty()));
        if (known == null) {
            return new Issue.Fresh();
        }
        if (!known.fingerprint().equals(by.fingerprint())) {
            throw new RequestReusedException(by.requestId().orElseThrow());
        }
        return new Issue.Known(known.asset(), known.at());
    }

    @Override
    public synchronized boolean takeOver(Command by, String claim, Instant left) {
        Stored known = tickets.get(key(by.tenant(), claim));
        if (known == null || !known.at().equals(left)) {
            return false;
        }
        tickets.put(
                key(by.tenant(), claim), new Stored(known.fingerprint(), by.at(), known.asset()));
        return true;
    }

    @Override
    public synchronized void point(Command by, String claim, AssetId asset) {
        tickets.merge(
                key(by.tenant(), claim),
                new Stored(by.fingerprint(), by.at(), Optional.of(asset)),
                (known, now) -> new Stored(known.fingerprint(), known.at(), now.asset()));
    }

    @Override
    public synchronized void drop(TenantId tenant, String claim) {
        tickets.remove(key(tenant, claim));
    }

    @Override
    public synchronized Optional<AssetId> find(TenantId tenant, String claim) {
        return Optional.ofNullable(tickets.get(key(tenant, claim))).flatMap(Stored::asset);
    }

    @Override
    public synchronized List<Ticket> olderThan(Instant before, int limit) {
        return tickets.entrySet().stream()
                .filter(each -> each.getValue().at().isBefore(before))
                .sorted(Comparator.comparing(each -> each.getValue().at()))
                .limit(limit)
                .map(each -> ticket(each.getKey(), each.getValue()))
                .toList();
    }

    @Override
    public synchronized boolean forget(Ticket ticket) {
        String key = key(ticket.tenant(), ticket.claim());
        return isUnchanged(key, ticket) && tickets.remove(key) != null;
    }

    @Override
    public synchronized void keep(Ticket ticket, Instant at) {
        String key = key(ticket.tenant(), ticket.claim());
        if (isUnchanged(key, ticket)) {
            tickets.computeIfPresent(
                    key, (_, known) -> new Stored(known.fingerprint(), at, known.asset()));
        }
    }

    private boolean isUnchanged(String key, Ticket ticket) {
        Stored known = tickets.get(key);
        return known != null && known.at().equals(ticket.since());
    }

    private static Ticket ticket(String key, Stored stored) {
        int slash = key.indexOf('/');
        return new Ticket(
                new TenantId(key.substring(0, slash)),
                key.substring(slash + 1),
                stored.asset(),
                stored.at());
    }

    private static String key(TenantId tenant, String claim) {
        return tenant + "/" + claim;
    }

    private record Stored(String fingerprint, Instant at, Optional<AssetId> asset) {}
}
