package io.syncopate.asset;

import static io.syncopate.asset.AssetUser.campaign;
import static io.syncopate.testkit.scope.Whose.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.ServiceDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.syncopate.kernel.Caller;
import io.syncopate.kernel.Scope;
import io.syncopate.proto.asset.v1.Asset;
import io.syncopate.proto.asset.v1.AssetServiceGrpc;
import io.syncopate.proto.asset.v1.Board;
import io.syncopate.proto.asset.v1.BoardServiceGrpc;
import io.syncopate.proto.asset.v1.Campaign;
import io.syncopate.proto.asset.v1.CampaignServiceGrpc;
import io.syncopate.proto.asset.v1.Claim;
import io.syncopate.proto.asset.v1.ClaimFromQueueRequest;
import io.syncopate.proto.asset.v1.ClaimServiceGrpc;
import io.syncopate.proto.asset.v1.CreatePipelineRequest;
import io.syncopate.proto.asset.v1.GetBoardRequest;
import io.syncopate.proto.asset.v1.GetCampaignRequest;
import io.syncopate.proto.asset.v1.GetClaimRequest;
import io.syncopate.proto.asset.v1.GetPipelineRequest;
import io.syncopate.proto.asset.v1.ListAssetsRequest;
import io.syncopate.proto.asset.v1.ListCampaignsRequest;
import io.syncopate.proto.asset.v1.ListPipelinesRequest;
import io.syncopate.proto.asset.v1.ListQueuesRequest;
import io.syncopate.proto.asset.v1.Pipeline;
import io.syncopate.proto.asset.v1.PipelineServiceGrpc;
import io.syncopate.proto.asset.v1.ProductionModelServiceGrpc;
import io.syncopate.proto.asset.v1.PushAssetRequest;
import io.syncopate.proto.asset.v1.Queue;
import io.syncopate.proto.asset.v1.QueueServiceGrpc;
import io.syncopate.proto.asset.v1.ReleaseClaimRequest;
import io.syncopate.proto.asset.v1.RenewClaimRequest;
import io.syncopate.proto.asset.v1.ReviewAssetRequest;
import io.syncopate.proto.asset.v1.UpdatePipelineRequest;
import io.syncopate.proto.asset.v1.WatchBoardRequest;
import io.syncopate.testkit.scope.ScopesContract;
import io.syncopate.testkit.store.OnStore;
import io.syncopate.testkit.store.TestStore;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/** Every method of the service, by a right over one's own, one's team's and the tenant's things. */
@OnStore
@SuppressWarnings("NullAway.Init")
class ScopesIT extends ScopesContract<ScopesIT.Things> {

    private final AtomicInteger made = new AtomicInteger();
    private AssetServer server;

    @BeforeEach
    void start(TestStore store) {
        server = new AssetServer(store.database());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** One pipeline, and a campaign in it with an asset that waits and one that its owner holds. */
    record Things(String pipeline, String campaign, String waiting, Claim held) {

        String queue() {
            return "queues/" + pipeline.substring("pipelines/".length()) + ".draft";
        }
    }

    @Override
    protected Things made(Caller owner) {
        AssetUser user = as(owner);
        String id = "own-" + made.incrementAndGet();
        String pipeline = pipeline(user, id).getName();
        Campaign campaign = user.create(campaign("a", "b").setPipeline(pipeline));
        Claim held = user.claim(id + ".draft");
        return new Things(pipeline, campaign.getName(), campaign.getName() + "/assets/b", held);
    }

    private static Pipeline pipeline(AssetUser user, String id) {
        return user.pipelines.createPipeline(
                CreatePipelineRequest.newBuilder()
                        .setPipelineId(id)
                        .setPipeline(
                                Pipeline.newBuilder()
                                        .setDisplayName("Our own")
                                        .addStages(
                                                Pipeline.Stage.newBuilder()
                                                        .setKey("draft")
                                                        .setDisplayName("Draft")
                                                        .setKind(Pipeline.Stage.Kind.WORK)
                                                        .setRole("writer")))
                        .build());
    }

    @Override
    protected List<ServiceDescriptor> services() {
        return List.of(
                PipelineServiceGrpc.getServiceDescriptor(),
                CampaignServiceGrpc.getServiceDescriptor(),
                AssetServiceGrpc.getServiceDescriptor(),
                QueueServiceGrpc.getServiceDescriptor(),
                ClaimServiceGrpc.getServiceDescriptor(),
                BoardServiceGrpc.getServiceDescriptor(),
                ProductionModelServiceGrpc.getServiceDescriptor());
    }

    /** Renewing, releasing, pushing and reviewing are the holder's alone; they have tests below. */
    @Override
    protected Set<String> aboutNothingOfAnybodys() {
        return Set.of(
                "CreatePipeline",
                "RenewClaim",
                "ReleaseClaim",
                "PushAsset",
                "ReviewAsset",
                "GetProductionModels",
                "RecommendProductionModel");
    }

    @Override
    protected Map<String, BiConsumer<Caller, Things>> calls() {
        var calls = new LinkedHashMap<String, BiConsumer<Caller, Things>>();
        calls.put(
                "GetPipeline",
                (by, of) ->
                        as(by).pipelines
                                .getPipeline(
                                        GetPipelineRequest.newBuilder()
                                                .setName(of.pipeline())
                                                .build()));
        calls.put(
                "UpdatePipeline",
                (by, of) ->
                        as(by).pipelines
                                .updatePipeline(
                                        UpdatePipelineRequest.newBuilder()
                                                .setPipeline(
                                                        Pipeline.newBuilder()
                                                                .setName(of.pipeline())
                                                                .setDisplayName("New"))
                                                .build()));
        calls.put(
                "CreateCampaign",
                (by, of) -> {
                    var _ = as(by).create(campaign("a").setPipeline(of.pipeline()));
                });
        calls.put(
                "GetCampaign",
                (by, of) ->
                        as(by).campaigns
                                .getCampaign(
                                        GetCampaignRequest.newBuilder()
                                                .setName(of.campaign())
                                                .build()));
        calls.put(
                "GetAsset",
                (by, of) -> {
                    var _ = as(by).get(of.waiting());
                });
        calls.put(
                "ListAssets",
                (by, of) ->
                        as(by).assets
                                .listAssets(
                                        ListAssetsRequest.newBuilder()
                                                .setParent(of.campaign())
                                                .build()));
        calls.put(
                "ClaimFromQueue",
                (by, of) ->
                        as(by).queues
                                .claimFromQueue(
                                        ClaimFromQueueRequest.newBuilder()
                                                .setName(of.queue())
                                                .build()));
        calls.put(
                "GetClaim",
                (by, of) ->
                        as(by).claims
                                .getClaim(
                                        GetClaimRequest.newBuilder()
                                                .setName(of.held().getName())
                                                .build()));
        calls.put(
                "GetBoard",
                (by, of) ->
                        as(by).board
                                .getBoard(
                                        GetBoardRequest.newBuilder()
                                                .setPipeline(of.pipeline())
                                                .build()));
        calls.put(
                "WatchBoard",
                (by, of) -> {
                    var _ =
                            as(by).board
                                    .watchBoard(
                                            WatchBoardRequest.newBuilder()
                                                    .setPipeline(of.pipeline())
                                                    .setCampaign(of.campaign())
                                                    .build())
                                    .next();
                });
        return calls;
    }

    @Override
    protected Map<String, Listing<Things>> listings() {
        return Map.of(
                "ListPipelines",
                new Listing<>(
                        by ->
                                as(by)
                                        .pipelines
                                        .listPipelines(ListPipelinesRequest.getDefaultInstance())
                                        .getPipelinesList()
                                        .stream()
                                        .map(Pipeline::getName)
                                        .filter(name -> name.startsWith("pipelines/own-"))
                                        .toList(),
                        of -> List.of(of.pipeline())),
                "ListCampaigns",
                new Listing<>(
                        by ->
                                as(by)
                                        .campaigns
                                        .listCampaigns(ListCampaignsRequest.getDefaultInstance())
                                        .getCampaignsList()
                                        .stream()
                                        .map(Campaign::getName)
                                        .toList(),
                        of -> List.of(of.campaign())),
                "ListQueues",
                new Listing<>(
                        by ->
                                as(by)
                                        .queues
                                        .listQueues(ListQueuesRequest.getDefaultInstance())
                                        .getQueuesList()
                                        .stream()
                                        .filter(queue -> queue.getWaitingCount() > 0)
                                        .map(Queue::getName)
                                        .toList(),
                        of -> List.of(of.queue())));
    }

    @Test
    void theBoardOfASharedPipelineShowsWhatIsInReach() {
        Campaign mine = as(member("mia", Scope.TENANT, "ops")).create(campaign("a"));
        var _ = as(member("eve", Scope.TENANT, "sales")).create(campaign("b", "c"));
        Board board =
                as(member("mate", Scope.TEAM, "ops"))
                        .board
                        .getBoard(GetBoardRequest.getDefaultInstance());
        assertThat(board.getColumnsList().stream().mapToInt(Board.Column::getCount))
                .containsOnly(1, 0);
        assertThat(board.getColumns(0).getCardsList())
                .extracting(Board.Card::getAsset)
                .containsExactly(mine.getName() + "/assets/a");
    }

    @Test
    void theNextInTurnIsTheFirstInReach() {
        var _ = as(member("eve", Scope.TENANT, "sales")).create(campaign("first"));
        Campaign ours = as(member("mia", Scope.TENANT, "ops")).create(campaign("second"));
        AssetUser mate = as(member("mate", Scope.TEAM, "ops"));
        assertThat(mate.claim("standard.brief").getAsset())
                .isEqualTo(ours.getName() + "/assets/second");
        assertThatCode(() -> mate.claim("standard.brief"))
                .extracting(Status::fromThrowable)
                .extracting(Status::getCode)
                .isEqualTo(Status.Code.FAILED_PRECONDITION);
    }

    /** The right to take is over the team's, all others over one's own: mate made none of it. */
    @Test
    void whoTookAnAssetWorksOnItWithARightOverTheirOwn() {
        var _ = as(member("mia", Scope.TENANT, "ops")).create(campaign("a"));
        Claim claim = as(member("mate", Scope.TEAM, "ops")).claim("standard.brief");
        AssetUser mate = as(member("mate", Scope.OWN, "ops"));
        AssetUser eve = as(member("eve", Scope.OWN, "sales"));

        PushAssetRequest untouched =
                PushAssetRequest.newBuilder()
                        .setName(claim.getAsset())
                        .setClaim(claim.getName())
                        .build();
        assertThat(code(() -> eve.get(claim.getAsset()))).isEqualTo(Status.Code.NOT_FOUND);
        assertThat(code(() -> eve.assets.pushAsset(untouched))).isEqualTo(Status.Code.NOT_FOUND);
        assertThat(
                        code(
                                () ->
                                        eve.assets.reviewAsset(
                                                eve.reviewOf(claim)
                                                        .setDecision(
                                                                ReviewAssetRequest.Decision.APPROVE)
                                                        .build())))
                .isEqualTo(Status.Code.NOT_FOUND);
        RenewClaimRequest renew = RenewClaimRequest.newBuilder().setName(claim.getName()).build();
        assertThat(code(() -> eve.claims.renewClaim(renew))).isEqualTo(Status.Code.NOT_FOUND);
        ReleaseClaimRequest release =
                ReleaseClaimRequest.newBuilder().setName(claim.getName()).build();
        assertThat(code(() -> eve.claims.releaseClaim(release))).isEqualTo(Status.Code.NOT_FOUND);
        assertThat(mate.claims.renewClaim(renew).getName()).isEqualTo(claim.getName());
        assertThat(mate.get(claim.getAsset()).getState()).isEqualTo(Asset.State.CLAIMED);
        var push = mate.pushOf(claim).setRequestId("push-1").build();
        assertThat(mate.assets.pushAsset(push)).isEqualTo(mate.assets.pushAsset(push));
        assertThat(mate.get(claim.getAsset()).getStage()).isEqualTo("copy");
    }

    @Test
    void saysWhoseItIsAndSharesItWithTeamsOfTheCreator() {
        AssetUser mia = as(member("mia", Scope.OWN, "ops", "design"));
        Campaign all = mia.create(campaign("a"));
        assertThat(all.getOwner()).isEqualTo("people/mia");
        assertThat(all.getTeamsList()).containsExactly("design", "ops");
        assertThat(mia.create(campaign("a").addTeams("design")).getTeamsList())
                .containsExactly("design");
        assertThat(code(() -> mia.create(campaign("a").addTeams("sales"))))
                .isEqualTo(Status.Code.INVALID_ARGUMENT);
    }

    @Test
    void whatComesWithThePlatformIsSeenByAllAndChangedByARightOverTheTenant() {
        AssetUser mia = as(member("mia", Scope.TEAM, "ops"));
        UpdatePipelineRequest renamed =
                UpdatePipelineRequest.newBuilder()
                        .setPipeline(
                                Pipeline.newBuilder()
                                        .setName("pipelines/standard")
                                        .setDisplayName("Ours"))
                        .build();
        assertThat(code(() -> mia.pipelines.updatePipeline(renamed)))
                .isEqualTo(Status.Code.PERMISSION_DENIED);
        assertThat(as(member("eve", Scope.TENANT)).pipelines.updatePipeline(renamed).getOwner())
                .isEmpty();
        assertThat(
                        mia.pipelines
                                .listPipelines(ListPipelinesRequest.getDefaultInstance())
                                .getPipelinesList())
                .extracting(Pipeline::getDisplayName)
                .contains("Ours");
    }

    private static Status.Code code(ThrowingCallable call) {
        return Status.fromThrowable(catchThrowableOfType(StatusRuntimeException.class, call))
                .getCode();
    }

    private AssetUser as(Caller caller) {
        return AssetUser.of(server, caller);
    }
}
