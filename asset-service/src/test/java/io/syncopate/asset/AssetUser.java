package io.syncopate.asset;

import io.grpc.Channel;
import io.syncopate.kernel.Caller;
import io.syncopate.kernel.TenantId;
import io.syncopate.proto.api.v1.EventFeedServiceGrpc;
import io.syncopate.proto.api.v1.EventFeedServiceGrpc.EventFeedServiceBlockingStub;
import io.syncopate.proto.asset.v1.Asset;
import io.syncopate.proto.asset.v1.AssetServiceGrpc;
import io.syncopate.proto.asset.v1.AssetServiceGrpc.AssetServiceBlockingStub;
import io.syncopate.proto.asset.v1.BoardServiceGrpc;
import io.syncopate.proto.asset.v1.BoardServiceGrpc.BoardServiceBlockingStub;
import io.syncopate.proto.asset.v1.Campaign;
import io.syncopate.proto.asset.v1.CampaignServiceGrpc;
import io.syncopate.proto.asset.v1.CampaignServiceGrpc.CampaignServiceBlockingStub;
import io.syncopate.proto.asset.v1.ChecklistTick;
import io.syncopate.proto.asset.v1.Claim;
import io.syncopate.proto.asset.v1.ClaimFromQueueRequest;
import io.syncopate.proto.asset.v1.ClaimServiceGrpc;
import io.syncopate.proto.asset.v1.ClaimServiceGrpc.ClaimServiceBlockingStub;
import io.syncopate.proto.asset.v1.CreateCampaignRequest;
import io.syncopate.proto.asset.v1.GetAssetRequest;
import io.syncopate.proto.asset.v1.PipelineServiceGrpc;
import io.syncopate.proto.asset.v1.PipelineServiceGrpc.PipelineServiceBlockingStub;
import io.syncopate.proto.asset.v1.PushAssetRequest;
import io.syncopate.proto.asset.v1.QueueServiceGrpc;
import io.syncopate.proto.asset.v1.QueueServiceGrpc.QueueServiceBlockingStub;
import io.syncopate.proto.asset.v1.ReviewAssetRequest;
import io.syncopate.testkit.kernel.Callers;

import java.util.List;

/** Somebody who uses the service through its contract, and the steps people take most. */
public final class AssetUser {

    public final PipelineServiceBlockingStub pipelines;
    public final CampaignServiceBlockingStub campaigns;
    public final AssetServiceBlockingStub assets;
    public final QueueServiceBlockingStub queues;
    public final ClaimServiceBlockingStub claims;
    public final BoardServiceBlockingStub board;
    public final EventFeedServiceBlockingStub events;

    private AssetUser(Channel channel) {
        pipelines = PipelineServiceGrpc.newBlockingStub(channel);
        campaigns = CampaignServiceGrpc.newBlockingStub(channel);
        assets = AssetServiceGrpc.newBlockingStub(channel);
        queues = QueueServiceGrpc.newBlockingStub(channel);
        claims = ClaimServiceGrpc.newBlockingStub(channel);
        board = BoardServiceGrpc.newBlockingStub(channel);
        events = EventFeedServiceGrpc.newBlockingStub(channel);
    }

    public static AssetUser of(AssetServer server, String uid) {
        return of(server, Callers.ACME, uid);
    }

    public static AssetUser of(AssetServer server, TenantId tenant, String uid) {
        return of(server, Callers.of(tenant, uid));
    }

    public static AssetUser of(AssetServer server, Caller caller) {
        return new AssetUser(server.as(caller));
    }

    public Campaign create(Campaign.Builder campaign) {
        return campaigns.createCampaign(
                CreateCampaignRequest.newBuilder().setCampaign(campaign).build());
    }

    public Claim claim(String queue) {
        return queues.claimFromQueue(
                ClaimFromQueueRequest.newBuilder().setName("queues/" + queue).build());
    }

    public Asset get(String name) {
        return assets.getAsset(GetAssetRequest.newBuilder().setName(name).build());
    }

    /** A push of what is claimed with everything ticked, to be changed before it is sent. */
    public PushAssetRequest.Builder pushOf(Claim claim) {
        return PushAssetRequest.newBuilder()
                .setName(claim.getAsset())
                .setClaim(claim.getName())
                .addAllChecklist(ticks(claim))
                .setContextNotes("as agreed");
    }

    public Asset push(Claim claim) {
        return assets.pushAsset(pushOf(claim).build());
    }

    public ReviewAssetRequest.Builder reviewOf(Claim claim) {
        return ReviewAssetRequest.newBuilder()
                .setName(claim.getAsset())
                .setClaim(claim.getName())
                .setContextNotes("on brand");
    }

    public Asset approve(Claim claim) {
        return assets.reviewAsset(
                reviewOf(claim)
                        .setDecision(ReviewAssetRequest.Decision.APPROVE)
                        .addAllChecklist(ticks(claim))
                        .build());
    }

    public Asset sendBack(Claim claim, String reason) {
        return assets.reviewAsset(
                reviewOf(claim)
                        .setDecision(ReviewAssetRequest.Decision.REQUEST_CHANGES)
                        .setContextNotes(reason)
                        .build());
    }

    private List<ChecklistTick> ticks(Claim claim) {
        return get(claim.getAsset()).getChecklistList().stream()
                .map(
                        item ->
                                ChecklistTick.newBuilder()
                                        .setItem(item.getKey())
                                        .setDone(true)
                                        .build())
                .toList();
    }

    public static Campaign.Builder campaign(String... keys) {
        Campaign.Builder campaign =
                Campaign.newBuilder()
                        .setDisplayName("Spring launch")
                        .setBrief("Tell everybody that spring is here.")
                        .addChannels(Campaign.Channel.newBuilder().setKey("email").setUrgency(10))
                        .addChannels(Campaign.Channel.newBuilder().setKey("social").setUrgency(90))
                        .addChannels(Campaign.Channel.newBuilder().setKey("print"));
        for (String key : keys) {
            campaign.addAssets(deliverable(key));
        }
        return campaign;
    }

    public static Campaign.Deliverable.Builder deliverable(String key, String... dependsOn) {
        return Campaign.Deliverable.newBuilder()
                .setKey(key)
                .setDisplayName("The " + key)
                .setChannel("email")
                .addAllDependsOn(List.of(dependsOn));
    }
}
