package io.syncopate.asset.campaign.grpc;

import com.google.protobuf.Timestamp;

import io.syncopate.asset.campaign.Campaign;
import io.syncopate.asset.campaign.CampaignPlan;
import io.syncopate.asset.campaign.Channel;
import io.syncopate.asset.campaign.PlannedAsset;
import io.syncopate.asset.campaign.ViewCampaigns;
import io.syncopate.asset.pipeline.StandardPipeline;
import io.syncopate.asset.production.Priority;
import io.syncopate.kernel.Versioned;
import io.syncopate.proto.asset.v1.Campaign.Deliverable;
import io.syncopate.proto.asset.v1.Campaign.State;
import io.syncopate.starter.call.Owners;

import java.time.Instant;

/** Between a campaign and its message. */
final class CampaignMessages {

    private static final String NAME = "campaigns/";
    private static final String PIPELINE = "pipelines/";

    private CampaignMessages() {}

    static String id(String name) {
        return name.substring(NAME.length());
    }

    static CampaignPlan plan(io.syncopate.proto.asset.v1.Campaign message) {
        return new CampaignPlan(
                message.getDisplayName(),
                message.getPipeline().isEmpty()
                        ? StandardPipeline.ID
                        : message.getPipeline().substring(PIPELINE.length()),
                message.getSourceProgram(),
                message.getBrief(),
                message.getChannelsList().stream()
                        .map(
                                channel ->
                                        new Channel(
                                                channel.getKey(),
                                                channel.getDisplayName(),
                                                channel.getUrgency()))
                        .toList(),
                message.getAssetsList().stream().map(CampaignMessages::asset).toList());
    }

    static io.syncopate.proto.asset.v1.Campaign write(ViewCampaigns.Progress progress) {
        Versioned<Campaign> campaign = progress.campaign();
        CampaignPlan plan = campaign.value().plan();
        return io.syncopate.proto.asset.v1.Campaign.newBuilder()
                .setName(NAME + campaign.id())
                .setDisplayName(plan.displayName())
                .setPipeline(PIPELINE + plan.pipeline())
                .setSourceProgram(plan.sourceProgram())
                .setBrief(plan.brief())
                .addAllChannels(plan.channels().stream().map(CampaignMessages::write).toList())
                .addAllAssets(plan.assets().stream().map(CampaignMessages::write).toList())
                .setState(state(progress))
                .setDoneCount(progress.done())
                .setOwner(Owners.name(campaign.ownership()))
                .addAllTeams(Owners.teams(campaign.ownership()))
                .setEtag(campaign.etag())
                .setCreateTime(timestamp(campaign.createTime()))
                .setUpdateTime(timestamp(campaign.updateTime()))
                .build();
    }

    private static State state(ViewCampaigns.Progress progress) {
        return switch (progress.campaign().value()) {
            case Campaign.FanningOut _ -> State.FANNING_OUT;
            case Campaign.Open _ -> progress.isComplete() ? State.COMPLETE : State.IN_PRODUCTION;
        };
    }

    private static io.syncopate.proto.asset.v1.Campaign.Channel write(Channel channel) {
        return io.syncopate.proto.asset.v1.Campaign.Channel.newBuilder()
                .setKey(channel.key())
                .setDisplayName(channel.displayName())
                .setUrgency(channel.urgency())
                .build();
    }

    private static Deliverable write(PlannedAsset asset) {
        return Deliverable.newBuilder()
                .setKey(asset.key())
                .setDisplayName(asset.displayName())
                .setChannel(asset.channel())
                .setActivity(asset.activity())
                .addAllDependsOn(asset.dependsOn())
                .addAllCoupledWith(asset.coupledWith())
                .setContextNotes(asset.contextNotes())
                .setPriority(Deliverable.Priority.valueOf(asset.priority().name()))
                .build();
    }

    private static PlannedAsset asset(Deliverable message) {
        return new PlannedAsset(
                message.getKey(),
                message.getDisplayName(),
                message.getChannel(),
                message.getActivity(),
                switch (message.getPriority()) {
                    case HIGH -> Priority.HIGH;
                    case LOW -> Priority.LOW;
                    case NORMAL, PRIORITY_UNSPECIFIED, UNRECOGNIZED -> Priority.NORMAL;
                },
                message.getDependsOnList(),
                message.getCoupledWithList(),
                message.getContextNotes());
    }

    private static Timestamp timestamp(Instant instant) {
        return Timestamp.newBuilder()
                .setSeconds(instant.getEpochSecond())
                .setNanos(instant.getNano())
                .build();
    }
}
