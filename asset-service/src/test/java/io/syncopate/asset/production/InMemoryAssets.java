package io.syncopate.asset.production;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.syncopate.asset.pipeline.QueueName;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.DomainEvent;
import io.syncopate.kernel.Located;
import io.syncopate.kernel.Ownership;
import io.syncopate.kernel.Page;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.Reach;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Versioned;
import io.syncopate.testkit.kernel.InMemoryAggregates;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The port without a store, for the tenants that it is told of. */
public class InMemoryAssets extends InMemoryAggregates<Asset> implements Assets {

    private final List<TenantId> tenants;
    private final Set<String> unreadable = new HashSet<>();
    private int looks;

    public InMemoryAssets(Clock clock, TenantId... tenants) {
        super("assets", clock);
        this.tenants = List.of(tenants);
    }

    /** As one is that a newer version wrote. */
    public void makeUnreadable(String id) {
        unreadable.add(id);
    }

    /** The version that can read it is there. */
    public void makeReadable(String id) {
        unreadable.remove(id);
    }

    @Override
    public Optional<Versioned<Asset>> find(TenantId tenant, String id) {
        if (unreadable.contains(id)) {
            throw new IllegalStateException(id + " cannot be read");
        }
        return super.find(tenant, id);
    }

    @Override
    public Versioned<Asset> add(
            Command by, Ownership ownership, String id, Asset value, DomainEvent event) {
        if (unreadable.contains(id)) {
            throw new IllegalStateException(id + " cannot be read");
        }
        return super.add(by, ownership, id, value, event);
    }

    @Override
    public List<Versioned<Asset>> inTurn(
            Reach reach, QueueName queue, Set<String> without, Instant at, int limit) {
        return reached(
                        reach,
                        asset ->
                                !without.contains(asset.id().campaign())
                                        && isToBeHad(asset, queue, at))
                .stream()
                .sorted(
                        Comparator.<Versioned<Asset>, Place>comparing(
                                        found -> found.value().position().orElseThrow(), Place.TURN)
                                .thenComparing(Versioned::id))
                .limit(limit)
                .toList();
    }

    private List<Versioned<Asset>> reached(Reach reach, Predicate<Asset> wanted) {
        return all(reach.tenant(), wanted).stream()
                .filter(found -> reach.covers(found.ownership()))
                .toList();
    }

    private static boolean isToBeHad(Asset asset, QueueName queue, Instant at) {
        return switch (asset) {
            case Waiting waiting -> waiting.place().queue().equals(queue);
            case Claimed claimed ->
                    claimed.place().queue().equals(queue) && !at.isBefore(claimed.claim().lost());
            case Blocked _, Done _ -> false;
        };
    }

    @Override
    public List<Versioned<Asset>> ofCampaign(TenantId tenant, String campaign) {
        return all(tenant, asset -> asset.id().campaign().equals(campaign)).stream()
                .sorted(Comparator.comparingInt(found -> found.value().deliverable().ordinal()))
                .toList();
    }

    @Override
    public Page<Versioned<Asset>> ofCampaign(TenantId tenant, String campaign, PageRequest page) {
        List<Versioned<Asset>> all = ofCampaign(tenant, campaign);
        int from = page.token().isEmpty() ? 0 : Integer.parseInt(page.token());
        int to = Math.min(all.size(), from + page.size());
        return new Page<>(all.subList(from, to), to < all.size() ? Integer.toString(to) : "");
    }

    @Override
    public List<Versioned<Asset>> inColumn(
            BoardSelection selection, Optional<String> stage, int limit) {
        return reached(
                        selection.reach(),
                        selected(selection)
                                .and(asset -> asset.position().map(Place::stage).equals(stage)))
                .stream()
                .sorted(Comparator.comparing(found -> since(found.value())))
                .limit(limit)
                .toList();
    }

    private static Instant since(Asset asset) {
        return asset instanceof Done done ? done.at() : asset.position().orElseThrow().since();
    }

    @Override
    public List<StageCount> stageCounts(BoardSelection selection) {
        return reached(selection.reach(), selected(selection)).stream()
                .collect(
                        groupingBy(found -> found.value().position().map(Place::stage), counting()))
                .entrySet()
                .stream()
                .map(row -> new StageCount(row.getKey(), row.getValue().intValue()))
                .toList();
    }

    private static Predicate<Asset> selected(BoardSelection selection) {
        return asset ->
                asset.deliverable().pipeline().equals(selection.pipeline())
                        && selection.campaign().stream().allMatch(asset.id().campaign()::equals)
                        && !selection.without().contains(asset.id().campaign());
    }

    @Override
    public List<QueueCount> queueCounts(Reach reach, Set<String> without) {
        Map<QueueName, QueueCount> counts = new HashMap<>();
        for (Versioned<Asset> found :
                reached(reach, asset -> !without.contains(asset.id().campaign()))) {
            switch (found.value()) {
                case Waiting waiting ->
                        counts.merge(
                                waiting.place().queue(),
                                new QueueCount(
                                        waiting.place().queue(),
                                        1,
                                        0,
                                        Optional.of(waiting.place().since())),
                                InMemoryAssets::together);
                case Claimed claimed ->
                        counts.merge(
                                claimed.place().queue(),
                                new QueueCount(claimed.place().queue(), 0, 1, Optional.empty()),
                                InMemoryAssets::together);
                case Blocked _, Done _ -> {}
            }
        }
        return List.copyOf(counts.values());
    }

    private static QueueCount together(QueueCount one, QueueCount other) {
        Optional<Instant> oldest =
                one.oldest().isPresent() && other.oldest().isPresent()
                        ? one.oldest().filter(other.oldest().get()::isAfter).or(other::oldest)
                        : one.oldest().or(other::oldest);
        return new QueueCount(
                one.queue(),
                one.waiting() + other.waiting(),
                one.claimed() + other.claimed(),
                oldest);
    }

    @Override
    public Map<String, Integer> doneCounts(TenantId tenant, Set<String> campaigns) {
        Map<String, Integer> counts = new HashMap<>();
        all(tenant, asset -> asset instanceof Done && campaigns.contains(asset.id().campaign()))
                .forEach(found -> counts.merge(found.value().id().campaign(), 1, Integer::sum));
        return counts;
    }

    @Override
    public List<Located> lost(Instant at, int limit) {
        return inAllTenants(
                asset -> asset instanceof Claimed held && !at.isBefore(held.claim().lost()),
                Versioned::id,
                limit);
    }

    @Override
    public List<Located> withBlocked(Optional<Located> after, int limit) {
        return inAllTenants(
                        Blocked.class::isInstance,
                        found -> found.value().id().campaign(),
                        Integer.MAX_VALUE)
                .stream()
                .distinct()
                .sorted(BY_TENANT)
                .filter(found -> after.isEmpty() || BY_TENANT.compare(found, after.get()) > 0)
                .limit(limit)
                .toList();
    }

    @Override
    public List<Located> withApprovals(Instant since, Optional<Located> after, int limit) {
        return inAllTenants(
                        asset ->
                                asset.passport()
                                        .approval()
                                        .filter(approval -> !approval.at().isBefore(since))
                                        .isPresent(),
                        found -> found.value().id().campaign(),
                        Integer.MAX_VALUE)
                .stream()
                .distinct()
                .sorted(BY_TENANT)
                .filter(found -> after.isEmpty() || BY_TENANT.compare(found, after.get()) > 0)
                .limit(limit)
                .toList();
    }

    @Override
    public List<Versioned<Asset>> blocked(TenantId tenant, String campaign) {
        looks++;
        List<Versioned<Asset>> found =
                ofCampaign(tenant, campaign).stream()
                        .filter(asset -> asset.value() instanceof Blocked)
                        .toList();
        found.forEach(asset -> find(tenant, asset.id()));
        return found;
    }

    @Override
    public Set<String> approved(TenantId tenant, String campaign) {
        return ofCampaign(tenant, campaign).stream()
                .map(Versioned::value)
                .filter(Asset::isApproved)
                .map(asset -> asset.id().key())
                .collect(Collectors.toSet());
    }

    /** How often somebody looked for what is blocked in a campaign. */
    public int looks() {
        return looks;
    }

    private static final Comparator<Located> BY_TENANT =
            Comparator.comparing(Located::tenant).thenComparing(Located::id);

    private List<Located> inAllTenants(
            Predicate<Asset> wanted, Function<Versioned<Asset>, String> id, int limit) {
        return tenants.stream()
                .flatMap(
                        tenant ->
                                all(tenant, wanted).stream()
                                        .map(found -> new Located(tenant, id.apply(found))))
                .limit(limit)
                .toList();
    }
}
