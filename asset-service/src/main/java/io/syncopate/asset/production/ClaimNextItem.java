package io.syncopate.asset.production;

import io.syncopate.asset.pipeline.QueueName;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.Ids;
import io.syncopate.kernel.NotFoundException;
import io.syncopate.kernel.Reach;
import io.syncopate.kernel.RefusedException;
import io.syncopate.kernel.RequestReusedException;
import io.syncopate.kernel.StaleEtagException;
import io.syncopate.kernel.Versioned;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes an item from a queue for the caller: reads the head of the queue, and takes an item by one
 * conditional write on its version. Whoever comes second at the same item fails that condition and
 * goes on to another; so an item never has two holders, and none is passed over for good.
 *
 * <p>A caller who is alone gets the very first item. Callers who collide there spread over the
 * window by lanes, each from a lane of its own, instead of colliding again at the second.
 */
public final class ClaimNextItem {

    private static final int LANES = 16;
    private static final int WINDOW = 2 * LANES;
    private static final int ROUNDS = 16;

    /** Longer than any call may take: who has not finished by then is gone. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Assets assets;
    private final Commissions commissions;
    private final PipelinesInUse pipelines;
    private final ClaimTickets tickets;

    public ClaimNextItem(
            Assets assets,
            Commissions commissions,
            PipelinesInUse pipelines,
            ClaimTickets tickets) {
        this.assets = assets;
        this.commissions = commissions;
        this.pipelines = pipelines;
        this.tickets = tickets;
    }

    /**
     * @param by takes what is in reach
     * @param wanted the asset to take; empty for the first in turn
     * @throws NotFoundException when there is no such queue, or no such asset
     * @throws ProductionException.QueueEmpty when nothing waits
     * @throws ProductionException.AssetNotWaiting when the wanted asset does not wait there
     * @throws ProductionException.QueueContended when others were faster at every try
     * @throws RequestReusedException when the request id is that of somebody else's claim
     * @throws ProductionException.RequestInProgress while another call with its request id is at it
     */
    public HeldClaim claim(Command by, QueueName queue, Optional<AssetId> wanted) {
        String claim = Ids.forCommand(by);
        if (by.requestId().isEmpty()) {
            return take(by, queue, wanted, claim);
        }
        return switch (tickets.issue(by, claim)) {
            case ClaimTickets.Issue.Fresh _ -> take(by, queue, wanted, claim);
            case ClaimTickets.Issue.Known known ->
                    known.asset()
                            .flatMap(asset -> granted(by, asset, claim))
                            .orElseGet(() -> resume(by, queue, wanted, claim, known.since()));
        };
    }

    private HeldClaim resume(
            Command by, QueueName queue, Optional<AssetId> wanted, String claim, Instant since) {
        if (since.plus(PATIENCE).isAfter(by.at()) || !tickets.takeOver(by, claim, since)) {
            throw new ProductionException.RequestInProgress(queue, by.requestId().orElse(""));
        }
        return take(by, queue, wanted, claim);
    }

    private Optional<HeldClaim> granted(Command by, AssetId asset, String claim) {
        Optional<Claim> granted =
                assets.find(by.tenant(), asset.value())
                        .flatMap(found -> found.value().claims().find(claim));
        if (granted.filter(found -> !found.holder().equals(by.by().uid())).isPresent()) {
            throw new RequestReusedException(by.requestId().orElse(claim));
        }
        return granted.map(found -> new HeldClaim(asset, found));
    }

    private HeldClaim take(Command by, QueueName queue, Optional<AssetId> wanted, String claim) {
        try {
            return wanted.isPresent()
                    ? takeThis(by, queue, wanted.get(), claim)
                    : takeFirst(by, queue, claim);
        } catch (RefusedException refused) {
            tickets.drop(by.tenant(), claim);
            throw refused;
        }
    }

    private HeldClaim takeThis(Command by, QueueName queue, AssetId wanted, String claim) {
        Versioned<Asset> asset =
                commissions
                        .find(by.tenant(), wanted.campaign())
                        .flatMap(_ -> assets.find(by.reach(), wanted.value()))
                        .orElseThrow(() -> new NotFoundException("asset", wanted.resourceName()));
        boolean here = asset.value().position().filter(at -> at.queue().equals(queue)).isPresent();
        Optional<HeldClaim> taken = here ? take(by, claim, asset) : Optional.empty();
        return taken.orElseThrow(
                () ->
                        new ProductionException.AssetNotWaiting(
                                wanted,
                                assets.get(by.tenant(), wanted.value()).value().status(),
                                queue));
    }

    private HeldClaim takeFirst(Command by, QueueName queue, String claim) {
        Set<String> hidden = new HashSet<>(commissions.fanningOut(by.tenant()));
        for (int round = 0; round < ROUNDS; round++) {
            List<Versioned<Asset>> window =
                    assets.inTurn(by.reach(), queue, hidden, by.at(), WINDOW);
            if (window.isEmpty()) {
                requireQueue(by.reach(), queue);
                throw new ProductionException.QueueEmpty(queue);
            }
            for (Versioned<Asset> candidate : headFirstThenByLane(window, claim)) {
                String campaign = candidate.value().id().campaign();
                if (commissions.find(by.tenant(), campaign).isEmpty()) {
                    hidden.add(campaign);
                    continue;
                }
                Optional<HeldClaim> taken = take(by, claim, candidate);
                if (taken.isPresent()) {
                    return taken.get();
                }
            }
        }
        throw new ProductionException.QueueContended(queue);
    }

    private Optional<HeldClaim> take(Command by, String claim, Versioned<Asset> candidate) {
        Asset asset = candidate.value();
        Commission commission = commissions.find(by.tenant(), asset.id().campaign()).orElseThrow();
        return asset.position()
                .map(place -> commission.pipeline().stage(place.stage()))
                .flatMap(stage -> asset.pull(claim, by.by().uid(), stage, by.at()))
                .flatMap(step -> taken(by, claim, candidate, step));
    }

    private Optional<HeldClaim> taken(
            Command by, String claim, Versioned<Asset> before, Transition step) {
        AssetId asset = before.value().id();
        tickets.point(by, claim, asset);
        try {
            return assets.change(by, before, step.after(), step.event())
                    .value()
                    .claims()
                    .find(claim)
                    .map(granted -> new HeldClaim(asset, granted));
        } catch (StaleEtagException | NotFoundException _) {
            return Optional.empty();
        }
    }

    private void requireQueue(Reach reach, QueueName queue) {
        boolean isThere =
                pipelines.get(reach, queue.pipeline()).value().find(queue.stage()).isPresent();
        if (!isThere) {
            throw new NotFoundException("queue", queue.resourceName());
        }
    }

    private static List<Versioned<Asset>> headFirstThenByLane(
            List<Versioned<Asset>> window, String claim) {
        int start = laneOf(claim);
        var order = new ArrayList<Versioned<Asset>>(window.size());
        order.add(window.getFirst());
        window.stream()
                .skip(1)
                .sorted(
                        Comparator.comparingInt(
                                item -> Math.floorMod(laneOf(item.id()) - start, LANES)))
                .forEach(order::add);
        return order;
    }

    private static int laneOf(String id) {
        return Math.floorMod(id.hashCode(), LANES);
    }
}
