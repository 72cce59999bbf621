package io.syncopate.asset.production;

import io.syncopate.kernel.Command;
import io.syncopate.kernel.RequestReusedException;
import io.syncopate.kernel.TenantId;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The port without a store. */
public final class InMemoryClaimTickets implements ClaimTickets {

    private final Map<String, Ticket> tickets = new HashMap<>();

    @Override
    public synchronized Issue issue(Command by, String claim) {
        Ticket known =
                tickets.putIfAbsent(
                        key(by.tenant(), claim),
                        new Ticket(by.fingerprint(), by.at(), Optional.empty()));
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
        Ticket known = tickets.get(key(by.tenant(), claim));
        if (known == null || !known.at().equals(left)) {
            return false;
        }
        tickets.put(
                key(by.tenant(), claim), new Ticket(known.fingerprint(), by.at(), known.asset()));
        return true;
    }

    @Override
    public synchronized void point(Command by, String claim, AssetId asset) {
        tickets.merge(
                key(by.tenant(), claim),
                new Ticket(by.fingerprint(), by.at(), Optional.of(asset)),
                (known, now) -> new Ticket(known.fingerprint(), known.at(), now.asset()));
    }

    @Override
    public synchronized void drop(TenantId tenant, String claim) {
        tickets.remove(key(tenant, claim));
    }

    @Override
    public synchronized Optional<AssetId> find(TenantId tenant, String claim) {
        return Optional.ofNullable(tickets.get(key(tenant, claim))).flatMap(Ticket::asset);
    }

    private static String key(TenantId tenant, String claim) {
        return tenant + "/" + claim;
    }

    private record Ticket(String fingerprint, Instant at, Optional<AssetId> asset) {}
}
