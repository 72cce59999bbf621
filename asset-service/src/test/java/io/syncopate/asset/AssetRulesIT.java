package io.syncopate.asset;

import static io.syncopate.asset.AssetUser.campaign;
import static io.syncopate.asset.AssetUser.deliverable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.ErrorInfo;
import com.mongodb.client.MongoDatabase;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.syncopate.kernel.Caller;
import io.syncopate.kernel.Grant;
import io.syncopate.kernel.Scope;
import io.syncopate.kernel.Uid;
import io.syncopate.proto.asset.v1.Asset;
import io.syncopate.proto.asset.v1.Board;
import io.syncopate.proto.asset.v1.Campaign;
import io.syncopate.proto.asset.v1.ChecklistTick;
import io.syncopate.proto.asset.v1.Claim;
import io.syncopate.proto.asset.v1.ClaimFromQueueRequest;
import io.syncopate.proto.asset.v1.ContextNote;
import io.syncopate.proto.asset.v1.CreateCampaignRequest;
import io.syncopate.proto.asset.v1.CreatePipelineRequest;
import io.syncopate.proto.asset.v1.FileVersion;
import io.syncopate.proto.asset.v1.GetBoardRequest;
import io.syncopate.proto.asset.v1.GetCampaignRequest;
import io.syncopate.proto.asset.v1.GetClaimRequest;
import io.syncopate.proto.asset.v1.GetPipelineRequest;
import io.syncopate.proto.asset.v1.HistoryEntry;
import io.syncopate.proto.asset.v1.ListAssetsRequest;
import io.syncopate.proto.asset.v1.ListCampaignsRequest;
import io.syncopate.proto.asset.v1.ListQueuesRequest;
import io.syncopate.proto.asset.v1.NewFileVersion;
import io.syncopate.proto.asset.v1.Pipeline;
import io.syncopate.proto.asset.v1.Pipeline.Stage;
import io.syncopate.proto.asset.v1.PushAssetRequest;
import io.syncopate.proto.asset.v1.Queue;
import io.syncopate.proto.asset.v1.ReleaseClaimRequest;
import io.syncopate.proto.asset.v1.RenewClaimRequest;
import io.syncopate.proto.asset.v1.ReviewAssetRequest;
import io.syncopate.proto.asset.v1.UpdatePipelineRequest;
import io.syncopate.testkit.Rule;
import io.syncopate.testkit.kernel.Callers;
import io.syncopate.testkit.store.OnStore;
import io.syncopate.testkit.store.TestStore;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** The rules of production as callers of the contract meet them, on each store. */
@OnStore
@SuppressWarnings("NullAway.Init")
class AssetRulesIT {

    private MongoDatabase database;
    private AssetServer server;
    private AssetUser wes;
    private AssetUser rae;

    @BeforeEach
    void start(TestStore store) {
        database = store.database();
        server = new AssetServer(database);
        wes = AssetUser.of(server, "wes");
        rae = AssetUser.of(server, "rae");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    @Rule("P-013")
    void aCampaignFansOutToAllItsAssetsAndACircleIsRefusedUnlessItIsACoupledPair() {
        Campaign created =
                wes.create(
                        campaign(
                                        "hero",
                                        "social-a",
                                        "social-b",
                                        "social-c",
                                        "email-banner",
                                        "blog-header")
                                .addAssets(deliverable("print-ad", "hero", "blog-header")));
        assertThat(created.getState()).isEqualTo(Campaign.State.IN_PRODUCTION);
        assertThat(assetsOf(created))
                .extracting(Asset::getState)
                .containsExactly(
                        Asset.State.WAITING,
                        Asset.State.WAITING,
                        Asset.State.WAITING,
                        Asset.State.WAITING,
                        Asset.State.WAITING,
                        Asset.State.WAITING,
                        Asset.State.BLOCKED);

        StatusRuntimeException refused =
                refused(
                        () ->
                                wes.create(
                                        campaign()
                                                .addAssets(deliverable("copy", "design"))
                                                .addAssets(deliverable("design", "copy"))));
        assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(info(refused).getReason()).isEqualTo("DEPENDENCY_CYCLE");
        assertThat(info(refused).getMetadataMap()).containsEntry("cycle", "copy -> design -> copy");

        Campaign pair =
                wes.create(
                        campaign()
                                .addAssets(deliverable("copy", "design").addCoupledWith("design"))
                                .addAssets(deliverable("design", "copy")));
        assertThat(assetsOf(pair)).extracting(Asset::getState).containsOnly(Asset.State.WAITING);
    }

    @Test
    @Rule("P-017")
    void whoNeedsAnAssetWorksFromItsApprovedVersionWhileItsAuthorGoesOn() {
        useShortPipeline();
        wes.create(
                campaign()
                        .setPipeline("pipelines/short")
                        .addAssets(deliverable("copy"))
                        .addAssets(deliverable("banner", "copy")));
        Claim copy = wes.claim("short.write");
        wes.assets.pushAsset(wes.pushOf(copy).setFileVersion(file("copy-1.txt")).build());
        rae.approve(rae.claim("short.review"));

        // The banner can be taken from here on, and the author of the copy is still at it.
        Claim banner = AssetUser.of(server, "dee").claim("short.write");
        assertThat(banner.getAsset()).endsWith("/banner");
        Claim onward = wes.claim("short.publish");
        Asset after =
                wes.assets.pushAsset(wes.pushOf(onward).setFileVersion(file("copy-2.txt")).build());
        assertThat(after.getPassport().getVersion()).isEqualTo(2);
        assertThat(after.getPassport().getApprovedVersion()).isEqualTo(1);
        assertThat(after.getPassport().getFilesList())
                .extracting(FileVersion::getFileName)
                .containsExactly("copy-1.txt", "copy-2.txt");
    }

    @Test
    @Rule("P-018")
    void anItemWithoutOwnerOrNameIsRefusedWhenItIsHandedOn() {
        StatusRuntimeException nameless =
                refused(
                        () ->
                                wes.create(
                                        campaign()
                                                .addAssets(deliverable("a").setDisplayName(" "))));
        assertThat(nameless.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(nameless.getStatus().getDescription()).contains("display_name");

        wes.create(campaign("a"));
        Claim claim = wes.claim("standard.brief");
        Asset held = wes.get(claim.getAsset());
        assertThat(held.getHolder()).isEqualTo("people/wes");
        assertThat(held.getPassport().getStatus()).isEqualTo("in brief");
        wes.claims.releaseClaim(ReleaseClaimRequest.newBuilder().setName(claim.getName()).build());
        assertThat(reason(() -> wes.push(claim))).isEqualTo("CLAIM_LOST");
    }

    @Test
    @Rule("P-019")
    void aBatchOfFiveIsTakenInAnyOrderAndNoneTwice() throws Exception {
        Campaign batch = wes.create(campaign("v1", "v2", "v3", "v4", "v5"));
        Claim third =
                wes.queues.claimFromQueue(
                        ClaimFromQueueRequest.newBuilder()
                                .setName("queues/standard.brief")
                                .setAsset(batch.getName() + "/assets/v3")
                                .build());
        assertThat(third.getAsset()).endsWith("/v3");

        List<Callable<Optional<String>>> people = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            AssetUser person = AssetUser.of(server, "person-" + i);
            people.add(() -> claimed(person));
        }
        List<String> taken = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(people.size())) {
            for (Future<Optional<String>> each : threads.invokeAll(people)) {
                each.get().ifPresent(taken::add);
            }
        }
        assertThat(taken)
                .doesNotHaveDuplicates()
                .hasSize(4)
                .noneMatch(name -> name.endsWith("/v3"));
    }

    @Test
    @Rule("P-020")
    void aPushWithAnOpenItemIsRefusedByItsName() {
        wes.create(campaign("a"));
        Claim claim = wes.claim("standard.brief");
        StatusRuntimeException refused =
                refused(
                        () ->
                                wes.assets.pushAsset(
                                        wes.pushOf(claim)
                                                .clearChecklist()
                                                .addChecklist(tick("goal-stated", true))
                                                .addChecklist(tick("format-named", false))
                                                .build()));
        assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.FAILED_PRECONDITION);
        assertThat(info(refused).getReason()).isEqualTo("CHECKLIST_OPEN");
        assertThat(refused.getStatus().getDescription())
                .contains("format-named")
                .doesNotContain("goal-stated");
        assertThat(wes.push(claim).getStage()).isEqualTo("copy");
    }

    @Test
    @Rule("P-021")
    void aQueueGoesByArrivalOrByTheUrgencyOfTheChannel() {
        wes.pipelines.createPipeline(
                CreatePipelineRequest.newBuilder()
                        .setPipelineId("urgent")
                        .setPipeline(
                                Pipeline.newBuilder()
                                        .setDisplayName("Urgent")
                                        .addStages(
                                                work("write")
                                                        .setOrder(Stage.Order.CHANNEL_URGENCY)))
                        .build());
        for (String pipeline : List.of("pipelines/urgent", "pipelines/standard")) {
            wes.create(
                    campaign()
                            .setPipeline(pipeline)
                            .addAssets(deliverable("p").setChannel("print"))
                            .addAssets(deliverable("e").setChannel("email"))
                            .addAssets(deliverable("s").setChannel("social"))
                            .addAssets(deliverable("s2").setChannel("social")));
        }
        assertThat(takeKeys("urgent.write", 4)).containsExactly("s", "s2", "e", "p");
        assertThat(takeKeys("standard.brief", 4)).containsExactly("p", "e", "s", "s2");
    }

    @Test
    @Rule("P-026")
    void anAssetGoesThroughTheGuidesChainAndNoOtherWay() {
        wes.create(campaign("a"));
        List<String> stages = new ArrayList<>();
        for (String stage : List.of("brief", "copy", "design", "review", "approve", "distribute")) {
            Claim claim = wes.claim("standard." + stage);
            stages.add(wes.get(claim.getAsset()).getStage());
            boolean decides = stage.equals("review") || stage.equals("approve");
            assertThat(reason(() -> wrongStep(claim, decides))).isEqualTo("WRONG_STAGE_KIND");
            if (decides) {
                wes.approve(claim);
            } else {
                wes.push(claim);
            }
        }
        assertThat(stages)
                .containsExactly("brief", "copy", "design", "review", "approve", "distribute");
        Campaign done =
                wes.campaigns
                        .listCampaigns(ListCampaignsRequest.getDefaultInstance())
                        .getCampaigns(0);
        assertThat(done.getState()).isEqualTo(Campaign.State.COMPLETE);
        assertThat(done.getDoneCount()).isEqualTo(1);
        assertThat(reason(() -> wes.claim("standard.distribute"))).isEqualTo("QUEUE_EMPTY");
    }

    @Test
    @Rule("P-026")
    void aTeamMakesItsOwnStages() {
        useShortPipeline();
        Pipeline own =
                wes.pipelines.getPipeline(
                        GetPipelineRequest.newBuilder().setName("pipelines/short").build());
        assertThat(own.getStagesList())
                .extracting(Stage::getKey)
                .containsExactly("write", "review", "publish");
        StatusRuntimeException refused =
                refused(
                        () ->
                                wes.pipelines.updatePipeline(
                                        UpdatePipelineRequest.newBuilder()
                                                .setPipeline(
                                                        own.toBuilder()
                                                                .clearStages()
                                                                .addStages(work("write"))
                                                                .addStages(
                                                                        decision("review", "later"))
                                                                .addStages(work("later")))
                                                .build()));
        assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(refused.getStatus().getDescription()).contains("stages[1].back_to");
    }

    @Test
    @Rule("P-027")
    void everyTransitionIsExactlyOneEvent() {
        wes.create(campaign("a"));
        Claim claim = wes.claim("standard.brief");
        wes.push(claim);
        Claim copy = wes.claim("standard.copy");
        wes.claims.releaseClaim(ReleaseClaimRequest.newBuilder().setName(copy.getName()).build());

        assertThat(eventsOf(claim.getAsset()))
                .containsExactly(
                        "1 AssetCreated",
                        "2 AssetClaimed",
                        "3 AssetPushed",
                        "4 AssetClaimed",
                        "5 ClaimReleased");
        assertThat(wes.get(claim.getAsset()).getPassport().getHistoryList())
                .extracting(HistoryEntry::getKind)
                .containsExactly(
                        HistoryEntry.Kind.CREATED,
                        HistoryEntry.Kind.CLAIMED,
                        HistoryEntry.Kind.PUSHED,
                        HistoryEntry.Kind.CLAIMED,
                        HistoryEntry.Kind.RELEASED);
    }

    @Test
    @Rule("P-031")
    void theBoardShowsEveryAssetOfAllChannelsOnce() {
        wes.create(campaign("a", "b").addAssets(deliverable("c", "a")));
        wes.create(campaign("d").addAssets(deliverable("e").setChannel("social")));
        wes.push(wes.claim("standard.brief"));
        wes.claim("standard.brief");

        Board board = wes.board.getBoard(GetBoardRequest.getDefaultInstance());
        assertThat(board.getColumnsList())
                .extracting(Board.Column::getStage)
                .containsExactly("brief", "copy", "design", "review", "approve", "distribute", "");
        List<String> shown =
                board.getColumnsList().stream()
                        .flatMap(column -> column.getCardsList().stream())
                        .map(card -> card.getAsset().replaceAll(".*/", ""))
                        .toList();
        assertThat(shown).containsExactlyInAnyOrder("a", "b", "c", "d", "e");
        assertThat(board.getColumnsList()).extracting(Board.Column::getCount).startsWith(4, 1);
        assertThat(board.getFullestStage()).isEqualTo("brief");
        assertThat(queue("standard.brief").getWaitingCount()).as("c is blocked").isEqualTo(2);
        assertThat(queue("standard.brief").getClaimedCount()).isEqualTo(1);
    }

    @Test
    @Rule("P-035")
    void aHandoffWithoutNotesIsFlaggedAndLaterOwnersReadAllNotes() {
        wes.create(campaign().addAssets(deliverable("a").setContextNotes("for the over-forties")));
        Asset flagged =
                wes.assets.pushAsset(
                        wes.pushOf(wes.claim("standard.brief")).clearContextNotes().build());
        assertThat(last(flagged).getContextMissing()).isTrue();
        Asset noted = wes.push(wes.claim("standard.copy"));
        assertThat(last(noted).getContextMissing()).isFalse();

        Claim design = rae.claim("standard.design");
        assertThat(rae.get(design.getAsset()).getPassport().getContextNotesList())
                .extracting(ContextNote::getText)
                .containsExactly("for the over-forties", "as agreed");
    }

    @Test
    @Rule({"P-039", "P-040", "P-047"})
    void theShippedChecklistsAreTheGuides() {
        Pipeline standard =
                wes.pipelines.getPipeline(
                        GetPipelineRequest.newBuilder().setName("pipelines/standard").build());
        assertThat(checklist(standard, "copy"))
                .containsExactly(
                        "variants-written", "spelling-checked", "designer-questions-noted");
        assertThat(checklist(standard, "design"))
                .containsExactly(
                        "variants-exported", "brand-lead-approved", "uploaded-ready-for-review");
        assertThat(checklist(standard, "review"))
                .containsExactly("brand-colours-correct", "copy-proofread", "file-format-correct");
    }

    @Test
    @Rule("P-047")
    void anApprovalWithAnOpenItemIsRefused() {
        Claim review = inReview();
        StatusRuntimeException refused =
                refused(
                        () ->
                                rae.assets.reviewAsset(
                                        rae.reviewOf(review)
                                                .setDecision(ReviewAssetRequest.Decision.APPROVE)
                                                .addChecklist(tick("copy-proofread", true))
                                                .build()));
        assertThat(info(refused).getReason()).isEqualTo("CHECKLIST_OPEN");
        assertThat(rae.sendBack(review, "the red is not ours").getStage()).isEqualTo("design");
    }

    @Test
    @Rule("P-042")
    void everyAssetHasACompletePassport() {
        Campaign created = wes.create(campaign("a").addAssets(deliverable("b", "a")));
        for (Asset asset : assetsOf(created)) {
            assertThat(asset.getPassport().getCreator()).isEqualTo("people/wes");
            assertThat(asset.getPassport().getStatus()).isNotEmpty();
            assertThat(asset.getPassport().getBrief()).contains("spring");
            assertThat(asset.getPassport().getHistoryList()).hasSize(1);
        }
        assertThat(assetsOf(created).get(1).getPassport().getDependsOnList())
                .containsExactly(created.getName() + "/assets/a");
    }

    @Test
    void aLeaseThatIsNotRenewedIsLostAndTheItemGoesBack() {
        wes.create(campaign("a"));
        Claim claim = wes.claim("standard.brief");
        server.clock.advance(Duration.ofMinutes(40));
        wes.claims.renewClaim(RenewClaimRequest.newBuilder().setName(claim.getName()).build());
        server.clock.advance(Duration.ofMinutes(40));
        assertThat(server.sweep().expireClaims()).isZero();
        server.clock.advance(Duration.ofMinutes(30));
        assertThat(server.sweep().expireClaims()).isEqualTo(1);

        assertThat(
                        wes.claims
                                .getClaim(
                                        GetClaimRequest.newBuilder()
                                                .setName(claim.getName())
                                                .build())
                                .getState())
                .isEqualTo(Claim.State.EXPIRED);
        assertThat(reason(() -> wes.push(claim))).isEqualTo("CLAIM_LOST");
        assertThat(rae.claim("standard.brief").getFence()).isGreaterThan(claim.getFence());
    }

    @Test
    void aRepeatOfAClaimOrPushAnswersTheSame() {
        wes.create(campaign("a", "b"));
        ClaimFromQueueRequest claim =
                ClaimFromQueueRequest.newBuilder()
                        .setName("queues/standard.brief")
                        .setRequestId("r1")
                        .build();
        Claim first = wes.queues.claimFromQueue(claim);
        assertThat(wes.queues.claimFromQueue(claim)).isEqualTo(first);
        var push = wes.pushOf(first).setRequestId("r2").build();
        assertThat(wes.assets.pushAsset(push)).isEqualTo(wes.assets.pushAsset(push));
        assertThat(
                        reason(
                                () ->
                                        wes.queues.claimFromQueue(
                                                claim.toBuilder()
                                                        .setName("queues/standard.copy")
                                                        .build())))
                .isEqualTo("REQUEST_ID_REUSED");
    }

    @Test
    void aCampaignRequestIsCarriedOutOnce() {
        CreateCampaignRequest request =
                CreateCampaignRequest.newBuilder()
                        .setCampaign(campaign("a"))
                        .setRequestId("launch-1")
                        .build();
        assertThat(wes.campaigns.createCampaign(request))
                .isEqualTo(wes.campaigns.createCampaign(request));
    }

    @Test
    void somebodyElsesClaimAndAssetAreOutOfReach() {
        wes.create(campaign("a"));
        Claim claim = wes.claim("standard.brief");
        assertThat(reason(() -> rae.push(claim))).isEqualTo("CLAIM_OF_OTHER");

        AssetUser ownOnly =
                AssetUser.of(
                        server,
                        new Caller(
                                Callers.ACME,
                                new Uid("kim"),
                                Set.of(),
                                Set.of(new Grant("asset.*", Scope.OWN)),
                                Optional.empty()));
        var get = GetClaimRequest.newBuilder().setName(claim.getName()).build();
        assertThat(code(() -> ownOnly.claims.getClaim(get))).isEqualTo(Status.Code.NOT_FOUND);

        AssetUser eve = AssetUser.of(server, Callers.OTHER, "eve");
        assertThat(code(() -> eve.get(claim.getAsset()))).isEqualTo(Status.Code.NOT_FOUND);
        assertThat(code(() -> eve.claims.getClaim(get))).isEqualTo(Status.Code.NOT_FOUND);
        assertThat(
                        code(
                                () ->
                                        eve.assets.pushAsset(
                                                PushAssetRequest.newBuilder()
                                                        .setName(claim.getAsset())
                                                        .setClaim(claim.getName())
                                                        .build())))
                .isEqualTo(Status.Code.NOT_FOUND);
        assertThat(reason(() -> eve.claim("standard.brief"))).isEqualTo("QUEUE_EMPTY");
    }

    @Test
    void unknownIdsAndStaleEtagsAreClearErrors() {
        wes.create(campaign("a"));
        Claim claim = wes.claim("standard.brief");
        assertThat(code(() -> wes.get("campaigns/nosuch/assets/a")))
                .isEqualTo(Status.Code.NOT_FOUND);
        assertThat(
                        code(
                                () ->
                                        wes.campaigns.getCampaign(
                                                GetCampaignRequest.newBuilder()
                                                        .setName("campaigns/nosuch")
                                                        .build())))
                .isEqualTo(Status.Code.NOT_FOUND);
        assertThat(code(() -> wes.claim("standard.nosuch"))).isEqualTo(Status.Code.NOT_FOUND);
        assertThat(code(() -> wes.create(campaign("x").setPipeline("pipelines/nosuch"))))
                .isEqualTo(Status.Code.NOT_FOUND);
        assertThat(code(() -> wes.assets.pushAsset(wes.pushOf(claim).setEtag("v1").build())))
                .isEqualTo(Status.Code.ABORTED);
        assertThat(
                        reason(
                                () ->
                                        wes.assets.pushAsset(
                                                wes.pushOf(claim)
                                                        .addChecklist(tick("nosuch", true))
                                                        .build())))
                .isEqualTo("UNKNOWN_CHECKLIST_ITEM");
        assertThat(code(() -> wes.create(campaign().addAssets(deliverable("a").setChannel("fax")))))
                .isEqualTo(Status.Code.INVALID_ARGUMENT);
    }

    @Test
    void assetsAreListedInTheOrderOfTheCampaignPageByPage() {
        Campaign created = wes.create(campaign("e", "b", "d", "a", "c"));
        List<String> keys = new ArrayList<>();
        String token = "";
        do {
            var page =
                    wes.assets.listAssets(
                            ListAssetsRequest.newBuilder()
                                    .setParent(created.getName())
                                    .setPageSize(2)
                                    .setPageToken(token)
                                    .build());
            page.getAssetsList().forEach(asset -> keys.add(asset.getName().replaceAll(".*/", "")));
            token = page.getNextPageToken();
        } while (!token.isEmpty());
        assertThat(keys).containsExactly("e", "b", "d", "a", "c");
    }

    private Claim inReview() {
        wes.create(campaign("a"));
        for (String stage : List.of("brief", "copy", "design")) {
            wes.push(wes.claim("standard." + stage));
        }
        return rae.claim("standard.review");
    }

    private Asset wrongStep(Claim claim, boolean decides) {
        return decides ? wes.push(claim) : wes.approve(claim);
    }

    private void useShortPipeline() {
        wes.pipelines.createPipeline(
                CreatePipelineRequest.newBuilder()
                        .setPipelineId("short")
                        .setPipeline(
                                Pipeline.newBuilder()
                                        .setDisplayName("Short")
                                        .addStages(work("write"))
                                        .addStages(decision("review", "write"))
                                        .addStages(work("publish")))
                        .build());
    }

    private static Stage.Builder work(String key) {
        return Stage.newBuilder()
                .setKey(key)
                .setDisplayName(key)
                .setRole("producer")
                .setKind(Stage.Kind.WORK);
    }

    private static Stage.Builder decision(String key, String backTo) {
        return work(key).setKind(Stage.Kind.DECISION).setBackTo(backTo);
    }

    private static NewFileVersion file(String name) {
        return NewFileVersion.newBuilder()
                .setFileName(name)
                .setUri("https://files.example/" + name)
                .build();
    }

    private static ChecklistTick tick(String item, boolean done) {
        return ChecklistTick.newBuilder().setItem(item).setDone(done).build();
    }

    private static List<String> checklist(Pipeline pipeline, String stage) {
        return pipeline.getStagesList().stream()
                .filter(each -> each.getKey().equals(stage))
                .flatMap(each -> each.getChecklistList().stream())
                .map(Pipeline.ChecklistItem::getKey)
                .toList();
    }

    private List<Asset> assetsOf(Campaign campaign) {
        return wes.assets
                .listAssets(ListAssetsRequest.newBuilder().setParent(campaign.getName()).build())
                .getAssetsList();
    }

    private List<String> takeKeys(String queue, int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> wes.claim(queue).getAsset().replaceAll(".*/", ""))
                .toList();
    }

    private Queue queue(String name) {
        return wes
                .queues
                .listQueues(ListQueuesRequest.getDefaultInstance())
                .getQueuesList()
                .stream()
                .filter(queue -> queue.getName().equals("queues/" + name))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<String> claimed(AssetUser person) {
        while (true) {
            try {
                return Optional.of(person.claim("standard.brief").getAsset());
            } catch (StatusRuntimeException e) {
                if (info(e).getReason().equals("QUEUE_EMPTY")) {
                    return Optional.empty();
                }
                assertThat(info(e).getReason()).isEqualTo("QUEUE_CONTENDED");
            }
        }
    }

    private List<String> eventsOf(String asset) {
        String id = asset.replace("campaigns/", "").replace("assets/", "");
        Document stored =
                Objects.requireNonNull(
                        database.getCollection("assets")
                                .find(new Document("_id", Callers.ACME + "/" + id))
                                .first());
        return stored.getList("outbox", Document.class).stream()
                .map(event -> event.get("version") + " " + event.getString("type"))
                .toList();
    }

    private static HistoryEntry last(Asset asset) {
        return asset.getPassport().getHistoryList().getLast();
    }

    private static String reason(ThrowingCallable call) {
        return info(refused(call)).getReason();
    }

    private static Status.Code code(ThrowingCallable call) {
        return refused(call).getStatus().getCode();
    }

    private static StatusRuntimeException refused(ThrowingCallable call) {
        return catchThrowableOfType(StatusRuntimeException.class, call);
    }

    private static ErrorInfo info(StatusRuntimeException refused) {
        try {
            for (Any detail :
                    Objects.requireNonNull(StatusProto.fromThrowable(refused)).getDetailsList()) {
                if (detail.is(ErrorInfo.class)) {
                    return detail.unpack(ErrorInfo.class);
                }
            }
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("no ErrorInfo in " + refused);
    }
}
