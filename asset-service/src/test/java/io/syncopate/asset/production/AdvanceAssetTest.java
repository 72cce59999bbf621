package io.syncopate.asset.production;

import static io.syncopate.asset.campaign.PlanFixture.asset;
import static io.syncopate.asset.campaign.PlanFixture.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.syncopate.asset.Production;
import io.syncopate.asset.pipeline.PipelineFixture;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.DomainEvent;
import io.syncopate.kernel.InvalidException;
import io.syncopate.kernel.NotFoundException;
import io.syncopate.kernel.RefusedException.Violation;
import io.syncopate.kernel.StaleEtagException;
import io.syncopate.testkit.kernel.Callers;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class AdvanceAssetTest {

    private final Production production = new Production();
    private String campaign = "";

    @BeforeEach
    void campaignWithOneAsset() {
        production.pipeline("three", PipelineFixture.three());
        campaign = production.campaign(plan("three", asset("hero"))).id();
    }

    @Test
    void aPushMovesTheAssetToTheNextQueueAndCompletesTheClaim() {
        HeldClaim held = production.claim("wes", "three.write");
        AssetView after = production.push("wes", held);

        assertThat(after.asset()).isInstanceOf(Waiting.class);
        assertThat(after.asset().position().map(Place::stage)).contains("review");
        assertThat(after.asset().claims().find(held.claim().id()).map(Claim::state))
                .contains(Claim.State.COMPLETED);
    }

    @Test
    void theLastPushEndsTheWay() {
        production.push("wes", production.claim("wes", "three.write"));
        production.approve("rae", production.claim("rae", "three.review"));
        AssetView done = production.push("pat", production.claim("pat", "three.publish"));

        assertThat(done.asset()).isInstanceOf(Done.class);
        assertThat(kinds())
                .containsExactly(
                        HistoryEntry.Kind.CREATED,
                        HistoryEntry.Kind.CLAIMED,
                        HistoryEntry.Kind.PUSHED,
                        HistoryEntry.Kind.CLAIMED,
                        HistoryEntry.Kind.APPROVED,
                        HistoryEntry.Kind.CLAIMED,
                        HistoryEntry.Kind.COMPLETED);
    }

    @Test
    void everyStepIsOneEvent() {
        production.push("wes", production.claim("wes", "three.write"));
        production.sendBack("rae", production.claim("rae", "three.review"), "too long");

        assertThat(production.assets.events(Callers.ACME, campaign + "/hero"))
                .extracting(DomainEvent::type)
                .containsExactly(
                        "AssetCreated",
                        "AssetClaimed",
                        "AssetPushed",
                        "AssetClaimed",
                        "ChangesRequested");
    }

    @Test
    void refusesAPushWithAnOpenItemAndNamesIt() {
        HeldClaim held = production.claim("wes", "three.write");
        var refused =
                catchThrowableOfType(
                        ProductionException.ChecklistOpen.class,
                        () -> push(held, Map.of("write-done", false), Optional.empty()));

        assertThat(refused.violations())
                .containsExactly(
                        new Violation(
                                "checklist.write-done", "'write is done' is open: expected done"));
        assertThat(production.asset(campaign, "hero")).isInstanceOf(InProgress.class);
    }

    @Test
    void anItemThatIsLeftOutIsOpen() {
        HeldClaim held = production.claim("wes", "three.write");
        assertThatExceptionOfType(ProductionException.ChecklistOpen.class)
                .isThrownBy(() -> push(held, Map.of(), Optional.empty()));
    }

    @Test
    void refusesAnItemThatTheStageDoesNotHave() {
        HeldClaim held = production.claim("wes", "three.write");
        assertThatExceptionOfType(ProductionException.UnknownChecklistItem.class)
                .isThrownBy(
                        () ->
                                push(
                                        held,
                                        Map.of("write-done", true, "write-donne", true),
                                        Optional.empty()))
                .withMessageContaining("write-donne");
    }

    @Test
    void refusesAnApprovalWithAnOpenItem() {
        production.push("wes", production.claim("wes", "three.write"));
        HeldClaim held = production.claim("rae", "three.review");
        assertThatExceptionOfType(ProductionException.ChecklistOpen.class)
                .isThrownBy(
                        () ->
                                review(
                                        held,
                                        new Verdict.Approve(Map.of(), "fine", SyncHandoff.NONE)));
    }

    @Test
    void changesGoBackToTheStageThatThePipelineNamesOrTheReviewer() {
        production.push("wes", production.claim("wes", "three.write"));
        AssetView back =
                production.sendBack("rae", production.claim("rae", "three.review"), "too long");
        assertThat(back.stage().key()).isEqualTo("write");
        assertThat(back.asset().passport().notes())
                .extracting(ContextNote::text)
                .contains("too long");

        production.push("wes", production.claim("wes", "three.write"));
        HeldClaim again = production.claim("rae", "three.review");
        assertThatExceptionOfType(InvalidException.class)
                .as("a later stage")
                .isThrownBy(
                        () ->
                                review(
                                        again,
                                        new Verdict.RequestChanges("no", Optional.of("publish"))));
        assertThatExceptionOfType(InvalidException.class)
                .as("without a reason")
                .isThrownBy(() -> review(again, new Verdict.RequestChanges(" ", Optional.empty())));
    }

    @Test
    void decisionStagesTakeReviewsAndStagesOfWorkTakePushes() {
        HeldClaim work = production.claim("wes", "three.write");
        assertThatExceptionOfType(ProductionException.WrongStageKind.class)
                .isThrownBy(() -> production.approve("wes", work));
        production.push("wes", work);
        HeldClaim decision = production.claim("rae", "three.review");
        assertThatExceptionOfType(ProductionException.WrongStageKind.class)
                .isThrownBy(() -> production.push("rae", decision));
    }

    @Test
    void onlyTheHolderPushes() {
        HeldClaim held = production.claim("wes", "three.write");
        assertThatExceptionOfType(ProductionException.ClaimOfOther.class)
                .isThrownBy(() -> production.push("mal", held));
    }

    @Test
    void refusesAPushUnderALeaseThatIsOver() {
        HeldClaim held = production.claim("wes", "three.write");
        production.clock.advance(Duration.ofHours(1));
        assertThatExceptionOfType(ProductionException.ClaimLost.class)
                .isThrownBy(() -> production.push("wes", held))
                .withMessageContaining("EXPIRED");
    }

    @Test
    void refusesAPushUnderAClaimThatSomebodyTookOver() {
        HeldClaim slow = production.claim("wes", "three.write");
        production.clock.advance(Duration.ofMinutes(61));
        HeldClaim quick = production.claim("kim", "three.write");
        assertThat(quick.asset()).isEqualTo(slow.asset());
        assertThat(quick.claim().fence()).isGreaterThan(slow.claim().fence());

        assertThatExceptionOfType(ProductionException.ClaimLost.class)
                .isThrownBy(() -> production.push("wes", slow));
        assertThat(production.push("kim", quick).stage().key()).isEqualTo("review");
    }

    @Test
    void refusesAClaimOnAnotherAssetAndOneThatNeverWas() {
        production.clock.advance(Duration.ofMinutes(1));
        String other = production.campaign(plan("three", asset("banner"))).id();
        HeldClaim hero = production.claim("wes", "three.write");
        var banner = new AssetId(other, "banner");
        assertThatExceptionOfType(ProductionException.ClaimOnOtherAsset.class)
                .isThrownBy(
                        () ->
                                pushUnder(
                                        banner,
                                        hero.claim().id(),
                                        "",
                                        production.command("wes", "push")));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(
                        () ->
                                pushUnder(
                                        banner,
                                        "nosuchclaim",
                                        "",
                                        production.command("wes", "push")))
                .withMessageContaining("claims/nosuchclaim");
    }

    @Test
    void refusesAStaleEtag() {
        HeldClaim held = production.claim("wes", "three.write");
        assertThatExceptionOfType(StaleEtagException.class)
                .isThrownBy(
                        () ->
                                pushUnder(
                                        held.asset(),
                                        held.claim().id(),
                                        "v1",
                                        production.command("wes", "push")));
    }

    @Test
    void aRepeatOfAPushChangesNothingMore() {
        HeldClaim held = production.claim("wes", "three.write");
        Command push =
                Callers.command(
                        Production.person("wes"), "push", "r1", "body", production.clock.instant());
        AssetView first = pushUnder(held.asset(), held.claim().id(), "", push);
        AssetView repeat = pushUnder(held.asset(), held.claim().id(), "", push);
        assertThat(repeat.stored()).isEqualTo(first.stored());
    }

    @Test
    void aHandoffWithoutContextIsFlaggedAndNotesStayForEveryLaterOwner() {
        HeldClaim held = production.claim("wes", "three.write");
        AssetView after =
                production.advance.push(
                        production.command("wes", "push"),
                        held.asset(),
                        "",
                        held.claim().id(),
                        new Handover(
                                production.ticks(held.asset()),
                                "",
                                Optional.empty(),
                                SyncHandoff.NONE));
        assertThat(after.asset().passport().history().getLast().contextMissing()).isTrue();

        AssetView approved = production.approve("rae", production.claim("rae", "three.review"));
        assertThat(approved.asset().passport().history().getLast().contextMissing()).isFalse();
        assertThat(approved.asset().passport().notes())
                .extracting(ContextNote::text, ContextNote::stage)
                .containsExactly(tuple("fine", "review"));
    }

    @Test
    void fileVersionsAreCountedAndTheApprovedOneIsRemembered() {
        push(
                production.claim("wes", "three.write"),
                Map.of("write-done", true),
                Optional.of(new Handover.NewFile("hero-1.png", "https://files.example/1")));
        production.sendBack("rae", production.claim("rae", "three.review"), "too dark");
        push(
                production.claim("wes", "three.write"),
                Map.of("write-done", true),
                Optional.of(new Handover.NewFile("hero-2.png", "https://files.example/2")));
        AssetView approved = production.approve("rae", production.claim("rae", "three.review"));

        Passport passport = approved.asset().passport();
        assertThat(passport.version()).isEqualTo(2);
        assertThat(passport.files())
                .extracting(FileVersion::fileName)
                .containsExactly("hero-1.png", "hero-2.png");
        assertThat(passport.approval().map(Approval::version)).contains(2);
    }

    @Test
    void aSynchronousHandoffNeedsAllThreeMarks() {
        production.pipeline(
                "live",
                PipelineFixture.of(
                        PipelineFixture.syncRequired("write"), PipelineFixture.work("publish")));
        production.campaign(plan("live", asset("hero")));
        HeldClaim held = production.claim("wes", "live.write");
        var half = new SyncHandoff(true, false, true);
        assertThat(
                        catchThrowableOfType(
                                        ProductionException.HandoffNotConfirmed.class,
                                        () -> pushMeeting(held, half))
                                .violations())
                .extracting(Violation::field)
                .containsExactly("sync_handoff.questions_answered");
        assertThat(pushMeeting(held, new SyncHandoff(true, true, true)).stage().key())
                .isEqualTo("publish");
    }

    private AssetView pushMeeting(HeldClaim held, SyncHandoff meeting) {
        return production.advance.push(
                production.command("wes", "push"),
                held.asset(),
                "",
                held.claim().id(),
                new Handover(
                        production.ticks(held.asset()), "as agreed", Optional.empty(), meeting));
    }

    private AssetView push(
            HeldClaim held, Map<String, Boolean> ticks, Optional<Handover.NewFile> file) {
        return production.advance.push(
                production.command("wes", "push"),
                held.asset(),
                "",
                held.claim().id(),
                new Handover(ticks, "as agreed", file, SyncHandoff.NONE));
    }

    private AssetView pushUnder(AssetId asset, String claim, String etag, Command by) {
        return production.advance.push(by, asset, etag, claim, production.allDone(asset));
    }

    private AssetView review(HeldClaim held, Verdict verdict) {
        return production.advance.review(
                production.command("rae", "review"), held.asset(), "", held.claim().id(), verdict);
    }

    private List<HistoryEntry.Kind> kinds() {
        return production.asset(campaign, "hero").passport().history().stream()
                .map(HistoryEntry::kind)
                .toList();
    }
}
