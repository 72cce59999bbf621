package io.syncopate.asset.production;

import static io.syncopate.asset.campaign.PlanFixture.asset;
import static io.syncopate.asset.campaign.PlanFixture.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.syncopate.asset.Production;
import io.syncopate.asset.pipeline.PipelineFixture;
import io.syncopate.asset.pipeline.QueueName;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.Ids;
import io.syncopate.kernel.Located;
import io.syncopate.kernel.NotFoundException;
import io.syncopate.kernel.RequestReusedException;
import io.syncopate.testkit.kernel.Callers;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;

class ClaimNextItemTest {

    private static final QueueName WRITE = new QueueName("three", "write");

    private final Production production = new Production();

    @BeforeEach
    void pipelines() {
        production.pipeline("three", PipelineFixture.three());
        production.pipeline("urgent", PipelineFixture.of(PipelineFixture.byUrgency("write")));
    }

    @Test
    void takesFirstWhatCameFirst() {
        production.campaign(plan("three", asset("a"), asset("b")));
        production.clock.advance(Duration.ofMinutes(1));
        production.campaign(plan("three", asset("c")));

        assertThat(key(production.claim("wes", "three.write"))).isEqualTo("a");
        assertThat(key(production.claim("kim", "three.write"))).isEqualTo("b");
        assertThat(key(production.claim("wes", "three.write"))).isEqualTo("c");
    }

    @Test
    void takesAHigherPriorityFirstInAnyOrder() {
        production.campaign(
                plan(
                        "three",
                        asset("low", Priority.LOW, "email"),
                        asset("normal", Priority.NORMAL, "email"),
                        asset("high", Priority.HIGH, "email")));
        assertThat(key(production.claim("wes", "three.write"))).isEqualTo("high");
        assertThat(key(production.claim("wes", "three.write"))).isEqualTo("normal");
        assertThat(key(production.claim("wes", "three.write"))).isEqualTo("low");
    }

    @Test
    void takesTheMoreUrgentChannelFirstOnlyWhereTheStageSaysSo() {
        PlannedOnThreeChannels.in(production, "urgent");
        PlannedOnThreeChannels.in(production, "three");

        assertThat(key(production.claim("wes", "urgent.write"))).isEqualTo("s");
        assertThat(key(production.claim("wes", "urgent.write"))).isEqualTo("e");
        assertThat(key(production.claim("wes", "urgent.write"))).isEqualTo("p");
        assertThat(key(production.claim("wes", "three.write"))).isEqualTo("p");
    }

    @Test
    void takesTheAssetThatIsNamed() {
        String campaign = production.campaign(plan("three", asset("a"), asset("b"))).id();
        HeldClaim held = claimThis(WRITE, new AssetId(campaign, "b"));
        assertThat(key(held)).isEqualTo("b");
        assertThatExceptionOfType(ProductionException.AssetNotWaiting.class)
                .isThrownBy(() -> claimThis(WRITE, new AssetId(campaign, "b")))
                .withMessageContaining("CLAIMED");
        assertThatExceptionOfType(ProductionException.AssetNotWaiting.class)
                .as("it waits in another queue")
                .isThrownBy(
                        () ->
                                claimThis(
                                        new QueueName("three", "publish"),
                                        new AssetId(campaign, "a")));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> claimThis(WRITE, new AssetId(campaign, "nosuch")));
    }

    @Test
    void tellsAnEmptyQueueFromOneThatIsNotThere() {
        assertThatExceptionOfType(ProductionException.QueueEmpty.class)
                .isThrownBy(() -> production.claim("wes", "three.write"));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> production.claim("wes", "three.nosuch"));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> production.claim("wes", "nosuch.write"));
    }

    @Test
    void anotherTenantsQueueOfTheSameNameIsAnotherQueue() {
        production.campaign(plan("three", asset("a")));
        Command eve =
                Callers.command(
                        Callers.of(Callers.OTHER, "eve"), "claim", production.clock.instant());
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> production.claimNext.claim(eve, WRITE, Optional.empty()));
    }

    @Test
    void aReleasedItemKeepsItsPlace() {
        production.campaign(plan("three", asset("a"), asset("b")));
        HeldClaim held = production.claim("wes", "three.write");
        production.clock.advance(Duration.ofMinutes(10));
        production.hold.release(production.command("wes", "release"), held.claim().id(), "sorry");
        assertThat(key(production.claim("kim", "three.write"))).isEqualTo("a");
    }

    @Test
    void aLostClaimThatCannotBeReadKeepsNoOther() {
        production.campaign(plan("three", asset("a"), asset("b")));
        HeldClaim bad = production.claim("wes", "three.write");
        HeldClaim good = production.claim("kim", "three.write");
        production.assets.makeUnreadable(bad.asset().value());
        production.clock.advance(Duration.ofMinutes(61));

        assertThat(production.sweep.expireClaims()).isEqualTo(1);
        assertThat(production.asset(good.asset().campaign(), good.asset().key()))
                .isInstanceOf(Waiting.class);
        assertThat(production.failed)
                .containsExactly(new Located(Callers.ACME, bad.asset().value()));
    }

    @Test
    void aClaimIsLostWhenItIsNotRenewed() {
        production.campaign(plan("three", asset("a")));
        HeldClaim held = production.claim("wes", "three.write");
        production.clock.advance(Duration.ofMinutes(50));
        production.hold.renew(production.command("wes", "renew"), held.claim().id());
        production.clock.advance(Duration.ofMinutes(50));
        assertThat(production.sweep.expireClaims()).isZero();

        production.clock.advance(Duration.ofMinutes(11));
        assertThat(production.sweep.expireClaims()).isEqualTo(1);
        assertThat(production.asset(held.asset().campaign(), "a")).isInstanceOf(Waiting.class);
        assertThatExceptionOfType(ProductionException.ClaimLost.class)
                .isThrownBy(
                        () ->
                                production.hold.renew(
                                        production.command("wes", "renew"), held.claim().id()));
    }

    @Test
    void nobodyTakesAnItemWithinTheClockSkewOfItsLease() {
        production.campaign(plan("three", asset("a")));
        production.claim("wes", "three.write");
        production.clock.advance(Duration.ofHours(1));
        assertThatExceptionOfType(ProductionException.QueueEmpty.class)
                .isThrownBy(() -> production.claim("kim", "three.write"));
        production.clock.advance(Claim.MAX_CLOCK_SKEW);
        assertThat(production.claim("kim", "three.write").claim().fence()).isEqualTo(2);
    }

    @Test
    void aRepeatGetsTheSameClaimAndNotASecondAsset() {
        production.campaign(plan("three", asset("a"), asset("b")));
        Command claim = request("r1", "body");
        HeldClaim first = production.claimNext.claim(claim, WRITE, Optional.empty());
        assertThat(production.claimNext.claim(claim, WRITE, Optional.empty())).isEqualTo(first);

        production.push("wes", first);
        assertThat(production.claimNext.claim(claim, WRITE, Optional.empty()).claim().id())
                .as("after it was completed")
                .isEqualTo(first.claim().id());
        assertThatExceptionOfType(RequestReusedException.class)
                .isThrownBy(
                        () ->
                                production.claimNext.claim(
                                        request("r1", "other"), WRITE, Optional.empty()));
    }

    @Test
    void aPullThatCameToNothingMayBeMadeAgain() {
        Command claim = request("r1", "body");
        assertThatExceptionOfType(ProductionException.QueueEmpty.class)
                .isThrownBy(() -> production.claimNext.claim(claim, WRITE, Optional.empty()));
        production.campaign(plan("three", asset("a")));
        assertThat(key(production.claimNext.claim(claim, WRITE, Optional.empty()))).isEqualTo("a");
    }

    @Test
    void aDuplicateWaitsForTheFirstAndTakesOverWhenItIsGone() {
        production.campaign(plan("three", asset("a")));
        Command claim = request("r1", "body");
        production.tickets.issue(claim, Ids.forCommand(claim));
        assertThatExceptionOfType(ProductionException.RequestInProgress.class)
                .isThrownBy(() -> production.claimNext.claim(claim, WRITE, Optional.empty()));

        production.clock.advance(Duration.ofMinutes(1));
        assertThat(key(production.claimNext.claim(request("r1", "body"), WRITE, Optional.empty())))
                .isEqualTo("a");
    }

    private HeldClaim claimThis(QueueName queue, AssetId asset) {
        return production.claimNext.claim(
                production.command("wes", "claim"), queue, Optional.of(asset));
    }

    private Command request(String id, String body) {
        return Callers.command(
                Production.person("wes"), "claim", id, body, production.clock.instant());
    }

    private static String key(HeldClaim held) {
        return held.asset().key();
    }

    /** One asset each for print, e-mail and social, in this order. */
    private static final class PlannedOnThreeChannels {
        static void in(Production production, String pipeline) {
            production.campaign(
                    plan(
                            pipeline,
                            asset("p", Priority.NORMAL, "print"),
                            asset("e", Priority.NORMAL, "email"),
                            asset("s", Priority.NORMAL, "social")));
        }
    }
}
