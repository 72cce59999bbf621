package io.syncopate.asset.production.mongo;

import static io.syncopate.asset.production.AssetFixture.START;
import static io.syncopate.asset.production.AssetFixture.WRITE;
import static io.syncopate.testkit.kernel.Callers.ACME;
import static io.syncopate.testkit.kernel.Callers.OTHER;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.client.MongoDatabase;

import io.syncopate.asset.pipeline.QueueName;
import io.syncopate.asset.production.Asset;
import io.syncopate.asset.production.AssetEvent;
import io.syncopate.asset.production.AssetFixture;
import io.syncopate.asset.production.Assets;
import io.syncopate.asset.production.Claim;
import io.syncopate.kernel.DomainEvent;
import io.syncopate.kernel.InvalidException;
import io.syncopate.kernel.Located;
import io.syncopate.kernel.Page;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.Reach;
import io.syncopate.kernel.Versioned;
import io.syncopate.testkit.kernel.AggregatesContract;
import io.syncopate.testkit.kernel.Callers;
import io.syncopate.testkit.store.OnStore;
import io.syncopate.testkit.store.TestStore;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

@OnStore
class MongoAssetsIT extends AggregatesContract<Asset> {

    private static final Instant LOST = START.plus(Duration.ofHours(1)).plus(Claim.MAX_CLOCK_SKEW);

    @SuppressWarnings("NullAway.Init")
    private MongoDatabase database;

    @BeforeEach
    void open(TestStore store) {
        database = store.database();
    }

    @Override
    protected Assets aggregates() {
        return new MongoAssets(database, clock);
    }

    /** Every state in turn. */
    @Override
    protected Asset value(int number) {
        String key = "a" + number;
        return switch (number % 5) {
            case 0 -> AssetFixture.blocked(key, number);
            case 1 -> AssetFixture.inReview(key, number);
            case 2 -> AssetFixture.waiting(key, number);
            case 3 -> AssetFixture.inProgress(key, number);
            default -> AssetFixture.done(key, number);
        };
    }

    @Override
    protected DomainEvent event() {
        return new AssetEvent.AssetUnblocked("write");
    }

    @Test
    void everyStateSurvivesBeingStored() {
        Assets assets = aggregates();
        for (int i = 0; i < 5; i++) {
            add(assets, value(i));
            assertThat(assets.get(ACME, value(i).id().value()).value()).isEqualTo(value(i));
        }
    }

    @Test
    void givesWhatCanBeTakenInItsTurn() {
        Assets assets = aggregates();
        add(assets, AssetFixture.waiting("third", 3));
        add(assets, AssetFixture.waiting("first", 1));
        add(assets, AssetFixture.inProgress("second", 2));
        add(assets, AssetFixture.blocked("blocked", 0));
        add(assets, AssetFixture.done("done", 0));
        add(assets, AssetFixture.inReview("elsewhere", 0));

        assertThat(keys(assets.inTurn(Reach.everything(ACME), WRITE, Set.of(), START, 10)))
                .containsExactly("first", "third");
        assertThat(keys(assets.inTurn(Reach.everything(ACME), WRITE, Set.of(), LOST, 10)))
                .as("with the one whose lease is lost")
                .containsExactly("first", "second", "third");
        assertThat(keys(assets.inTurn(Reach.everything(ACME), WRITE, Set.of(), LOST, 2)))
                .containsExactly("first", "second");
        assertThat(assets.inTurn(Reach.everything(ACME), WRITE, Set.of("campaign"), LOST, 10))
                .isEmpty();
        assertThat(assets.inTurn(Reach.everything(OTHER), WRITE, Set.of(), LOST, 10)).isEmpty();
    }

    @Test
    void listsACampaignInItsOrderPageByPage() {
        Assets assets = aggregates();
        for (int ordinal : List.of(2, 0, 3, 1)) {
            add(assets, AssetFixture.waiting("a" + ordinal, ordinal));
        }
        assertThat(keys(assets.ofCampaign(ACME, "campaign")))
                .containsExactly("a0", "a1", "a2", "a3");
        Page<Versioned<Asset>> first = assets.ofCampaign(ACME, "campaign", new PageRequest(3, ""));
        assertThat(keys(first.items())).containsExactly("a0", "a1", "a2");
        Page<Versioned<Asset>> second =
                assets.ofCampaign(ACME, "campaign", new PageRequest(3, first.nextToken()));
        assertThat(keys(second.items())).containsExactly("a3");
        assertThat(second.nextToken()).isEmpty();
    }

    @Test
    void aPageOfLongPassportsEndsBeforeItIsTooLargeToBeSent() {
        Assets assets = aggregates();
        for (int ordinal = 0; ordinal < 5; ordinal++) {
            add(assets, AssetFixture.waiting("a" + ordinal, ordinal, "x".repeat(400_000)));
        }
        List<List<String>> pages = new ArrayList<>();
        String token = "";
        do {
            Page<Versioned<Asset>> page =
                    assets.ofCampaign(ACME, "campaign", new PageRequest(50, token));
            pages.add(keys(page.items()));
            token = page.nextToken();
        } while (!token.isEmpty());
        assertThat(pages).containsExactly(List.of("a0", "a1"), List.of("a2", "a3"), List.of("a4"));
    }

    @Test
    void goesOnFromATokenOfTheSameCampaignAlone() {
        Assets assets = aggregates();
        for (int ordinal : List.of(0, 1)) {
            add(assets, AssetFixture.waiting("a" + ordinal, ordinal));
        }
        String token = assets.ofCampaign(ACME, "campaign", new PageRequest(1, "")).nextToken();

        assertRefused(() -> assets.ofCampaign(ACME, "other", new PageRequest(1, token)));
        assertRefused(() -> assets.ofCampaign(OTHER, "campaign", new PageRequest(1, token)));
        assertRefused(() -> assets.list(Reach.everything(ACME), new PageRequest(1, token)));
        assertRefused(() -> assets.ofCampaign(ACME, "campaign", new PageRequest(1, "1")));
    }

    private static void assertRefused(ThrowingCallable list) {
        assertThatExceptionOfType(InvalidException.class)
                .isThrownBy(list)
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo("INVALID_PAGE_TOKEN"));
    }

    @Test
    void countsEveryAssetOnce() {
        Assets assets = aggregates();
        for (int i = 0; i < 10; i++) {
            add(assets, value(i));
        }
        var all =
                new Assets.BoardSelection(
                        Reach.everything(ACME), "three", Optional.empty(), Set.of());
        assertThat(assets.stageCounts(all))
                .containsExactlyInAnyOrder(
                        new Assets.StageCount(Optional.of("write"), 6),
                        new Assets.StageCount(Optional.of("review"), 2),
                        new Assets.StageCount(Optional.empty(), 2));
        assertThat(keys(assets.inColumn(all, Optional.of("review"), 10)))
                .containsExactly("a1", "a6");
        assertThat(keys(assets.inColumn(all, Optional.empty(), 1))).containsExactly("a4");
        assertThat(assets.queueCounts(Reach.everything(ACME), Set.of()))
                .containsExactlyInAnyOrder(
                        new Assets.QueueCount(WRITE, 2, 2, Optional.of(START)),
                        new Assets.QueueCount(
                                new QueueName("three", "review"), 0, 2, Optional.empty()));
        assertThat(assets.doneCounts(ACME, Set.of("campaign"))).containsEntry("campaign", 2);
        var hidden =
                new Assets.BoardSelection(
                        Reach.everything(ACME), "three", Optional.empty(), Set.of("campaign"));
        assertThat(assets.stageCounts(hidden)).isEmpty();
        assertThat(assets.queueCounts(Reach.everything(ACME), Set.of("campaign"))).isEmpty();
    }

    @Test
    void sweepsFindLostClaimsAndBlockedCampaignsOfAllTenants() {
        Assets assets = aggregates();
        add(assets, AssetFixture.inProgress("held", 0));
        add(assets, AssetFixture.waiting("waiting", 1));
        add(assets, AssetFixture.blocked("blocked", 2));
        assertThat(assets.lost(LOST.minusMillis(1), 10)).isEmpty();
        assertThat(assets.lost(LOST, 10)).containsExactly(new Located(ACME, "campaign/held"));
        var here = new Located(ACME, "campaign");
        assertThat(assets.withBlocked(Optional.empty(), 10)).containsExactly(here);
        assertThat(assets.withBlocked(Optional.of(here), 10)).isEmpty();
        assertThat(keys(assets.blocked(ACME, "campaign"))).containsExactly("blocked");
        assertThat(assets.approved(ACME, "campaign")).isEmpty();
        assertThat(assets.withApprovals(Instant.EPOCH, Optional.empty(), 10)).isEmpty();

        add(assets, AssetFixture.done("done", 3));
        assertThat(assets.approved(ACME, "campaign")).containsExactly("done");
        assertThat(assets.withApprovals(START, Optional.empty(), 10)).containsExactly(here);
        assertThat(assets.withApprovals(START, Optional.of(here), 10)).isEmpty();
        assertThat(assets.withApprovals(START.plusMillis(1), Optional.empty(), 10)).isEmpty();
        assertThat(assets.withBlocked(Optional.of(new Located(ACME, "b")), 10))
                .containsExactly(here);
    }

    private void add(Assets assets, Asset asset) {
        assets.add(
                Callers.command(Callers.ann(), "create", clock.instant()),
                asset.id().value(),
                asset,
                event());
    }

    private static List<String> keys(List<Versioned<Asset>> assets) {
        return assets.stream().map(asset -> asset.value().id().key()).toList();
    }
}
