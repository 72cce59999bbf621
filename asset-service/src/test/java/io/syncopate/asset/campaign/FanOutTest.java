package io.syncopate.asset.campaign;

import static io.syncopate.asset.campaign.PlanFixture.asset;
import static io.syncopate.asset.campaign.PlanFixture.plan;
import static io.syncopate.testkit.kernel.Callers.ACME;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.syncopate.asset.Production;
import io.syncopate.asset.pipeline.PipelineFixture;
import io.syncopate.asset.pipeline.StandardPipeline;
import io.syncopate.asset.production.Asset;
import io.syncopate.asset.production.AssetId;
import io.syncopate.asset.production.AssetStatus;
import io.syncopate.asset.production.InMemoryAssets;
import io.syncopate.asset.production.InReview;
import io.syncopate.asset.production.ProductionException;
import io.syncopate.asset.production.SyncHandoff;
import io.syncopate.asset.production.Verdict;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.DomainEvent;
import io.syncopate.kernel.Located;
import io.syncopate.kernel.NotFoundException;
import io.syncopate.kernel.OneByOne;
import io.syncopate.kernel.Ownership;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.Reach;
import io.syncopate.kernel.Uid;
import io.syncopate.kernel.Versioned;
import io.syncopate.testkit.kernel.Callers;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

class FanOutTest {

    private final Production production = new Production();

    @BeforeEach
    void pipeline() {
        production.pipeline("three", PipelineFixture.three());
    }

    @Test
    void everyAssetIsThereInTheOrderOfTheCampaign() {
        String id = production.campaign(plan("three", asset("b"), asset("a"), asset("c"))).id();
        assertThat(production.view.list(Reach.everything(ACME), id, PageRequest.first()).items())
                .extracting(view -> view.asset().id().key())
                .containsExactly("b", "a", "c");
    }

    @Test
    void whatAServerLeftHalfDoneIsSeenByNobodyAndFinishedByTheSweep() {
        Versioned<Campaign> half = begin("half", asset("a"), asset("b"));
        storeOnly(half, "a");

        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> production.view(new AssetId("half", "a")));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(
                        () ->
                                production.view.list(
                                        Reach.everything(ACME), "half", PageRequest.first()));
        assertThatExceptionOfType(ProductionException.QueueEmpty.class)
                .isThrownBy(() -> production.claim("wes", "three.write"));

        assertThat(production.fanOut.completeForgotten()).as("too early").isZero();
        production.clock.advance(Duration.ofMinutes(1));
        assertThat(production.fanOut.completeForgotten()).isEqualTo(1);
        assertThat(production.campaigns.get(ACME, "half").value())
                .isInstanceOf(Campaign.Open.class);
        assertThat(production.claim("wes", "three.write").asset().key()).isEqualTo("a");
        assertThat(production.claim("wes", "three.write").asset().key()).isEqualTo("b");
    }

    @Test
    void aRepeatOfTheCreationFinishesItAndMakesNoSecondOne() {
        Command create =
                Callers.command(
                        Production.person("owner"),
                        "create",
                        "r1",
                        "body",
                        production.clock.instant());
        CampaignPlan plan = plan("three", asset("a"));
        var ownership = Ownership.of(create.by());
        Versioned<Campaign> first =
                production.create.create(create, ownership, create.reach(), plan);
        assertThat(production.create.create(create, ownership, create.reach(), plan))
                .isEqualTo(first);
        assertThat(production.campaigns.list(ACME, PageRequest.first()).items()).hasSize(1);
    }

    @Test
    void refusesAPipelineThatIsNotThere() {
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> production.campaign(plan("nosuch", asset("a"))));
        assertThat(production.campaigns.list(ACME, PageRequest.first()).items()).isEmpty();
    }

    @Test
    void workThatIsUnderWayKeepsTheDefinitionOfDoneItBeganWith() {
        String id = production.campaign(plan("three", asset("a"))).id();
        production.pipelines.update(
                production.command("owner", "update"), "three", "", _ -> StandardPipeline.get());
        assertThat(production.view(new AssetId(id, "a")).stage().checklistKeys())
                .containsExactly("write-done");
        assertThat(production.claim("wes", "three.write").asset().key()).isEqualTo("a");
    }

    @Test
    void anAssetWaitsUntilAllItDependsOnAreApproved() {
        String id =
                production
                        .campaign(plan("three", asset("c", "a", "b"), asset("a"), asset("b")))
                        .id();
        assertThat(production.asset(id, "c").status()).isEqualTo(AssetStatus.BLOCKED);

        approveNext("a");
        assertThat(production.asset(id, "c").status()).isEqualTo(AssetStatus.BLOCKED);
        approveNext("b");
        assertThat(production.asset(id, "c").status()).isEqualTo(AssetStatus.WAITING);
        assertThat(production.claim("wes", "three.write").asset().key()).isEqualTo("c");
    }

    @Test
    void theSweepUnblocksWhatAServerForgot() {
        String id = production.campaign(plan("three", asset("a"), asset("b", "a"))).id();
        approveAndStop();
        assertThat(production.asset(id, "b").status()).isEqualTo(AssetStatus.BLOCKED);

        production.sweep.unblockForgotten();
        assertThat(production.asset(id, "b").status()).isEqualTo(AssetStatus.WAITING);
    }

    @Test
    void theSweepLooksAgainOnlyWhereSomethingWasApproved() {
        String id = production.campaign(plan("three", asset("a"), asset("b", "a"))).id();
        production.sweep.unblockForgotten();
        int looks = production.assets.looks();
        production.clock.advance(Duration.ofMinutes(10));
        production.sweep.unblockForgotten();
        assertThat(production.assets.looks()).as("nothing was approved").isEqualTo(looks);

        approveAndStop();
        production.clock.advance(Duration.ofMinutes(2));
        production.sweep.unblockForgotten();
        assertThat(production.asset(id, "b").status()).isEqualTo(AssetStatus.WAITING);
    }

    @Test
    void whatCouldNotBeUnblockedIsTriedAgainHoweverLongItTakes() {
        String id = production.campaign(plan("three", asset("a"), asset("b", "a"))).id();
        production.sweep.unblockForgotten();
        approveAndStop();
        production.assets.makeUnreadable(id + "/b");
        for (int hour = 0; hour < 3; hour++) {
            production.failed.clear();
            production.sweep.unblockForgotten();
            assertThat(production.failed).containsOnly(new Located(ACME, id));
            production.clock.advance(Duration.ofHours(1));
        }

        production.assets.makeReadable(id + "/b");
        production.sweep.unblockForgotten();
        assertThat(production.asset(id, "b").status()).isEqualTo(AssetStatus.WAITING);
    }

    /** As a server does that stops between the approval and what follows from it. */
    private void approveAndStop() {
        production.push("wes", production.claim("wes", "three.write"));
        var held = production.claim("rae", "three.review");
        var stored = production.assets.get(ACME, held.asset().value());
        var done =
                ((InReview) stored.value())
                        .decide(
                                new Verdict.Approve(
                                        production.ticks(held.asset()), "fine", SyncHandoff.NONE),
                                PipelineFixture.three(),
                                production.clock.instant());
        production.assets.change(
                production.command("rae", "review"), stored, done.after(), done.event());
    }

    private void approveNext(String expected) {
        var held = production.claim("wes", "three.write");
        assertThat(held.asset().key()).isEqualTo(expected);
        production.push("wes", held);
        production.approve("rae", production.claim("rae", "three.review"));
    }

    private Versioned<Campaign> begin(String id, PlannedAsset... assets) {
        CampaignPlan plan = plan("three", assets);
        return production.campaigns.add(
                production.command("owner", "create"),
                id,
                new Campaign.FanningOut(plan, PipelineFixture.three(), new Uid("owner")),
                new CampaignEvent.CampaignCreated(assets.length));
    }

    @Test
    void aFanOutThatCannotBeFinishedKeepsNoOther() {
        begin("a", asset("a"));
        begin("b", asset("b"));
        production.assets.makeUnreadable("a/a");
        production.clock.advance(Duration.ofMinutes(1));

        assertThat(production.fanOut.completeForgotten()).isEqualTo(1);
        assertThat(production.campaigns.get(ACME, "b").value()).isInstanceOf(Campaign.Open.class);
        assertThat(production.failed).containsExactly(new Located(ACME, "a"));
    }

    /** What a server has done that stopped after this asset. */
    private void storeOnly(Versioned<Campaign> campaign, String key) {
        var one = new AtomicBoolean();
        var stopping =
                new FanOut(
                        production.campaigns,
                        new InMemoryAssets(production.clock) {
                            @Override
                            public Versioned<Asset> add(
                                    Command by,
                                    Ownership ownership,
                                    String id,
                                    Asset value,
                                    DomainEvent event) {
                                if (one.getAndSet(true)) {
                                    throw new ServerStopped();
                                }
                                assertThat(value.id().key()).isEqualTo(key);
                                return production.assets.add(by, ownership, id, value, event);
                            }
                        },
                        new OneByOne((_, _, _) -> {}),
                        production.clock);
        assertThatExceptionOfType(ServerStopped.class)
                .isThrownBy(() -> stopping.complete(ACME, campaign));
    }

    private static final class ServerStopped extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
