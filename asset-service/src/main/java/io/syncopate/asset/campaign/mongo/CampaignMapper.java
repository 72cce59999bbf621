package io.syncopate.asset.campaign.mongo;

import io.syncopate.asset.campaign.Campaign;
import io.syncopate.asset.campaign.CampaignEvent;
import io.syncopate.asset.campaign.CampaignPlan;
import io.syncopate.asset.campaign.Channel;
import io.syncopate.asset.campaign.PlannedAsset;
import io.syncopate.asset.pipeline.Pipeline;
import io.syncopate.asset.production.Priority;
import io.syncopate.kernel.DomainEvent;
import io.syncopate.kernel.Uid;
import io.syncopate.starter.mongo.DocumentMapper;

import org.bson.Document;

import java.util.List;

/** A campaign as a document, with the pipeline that it began with. */
final class CampaignMapper implements DocumentMapper<Campaign> {

    static final String STATE = "state";
    static final String FANNING_OUT = "FANNING_OUT";
    static final String OPEN = "OPEN";

    private final DocumentMapper<Pipeline> pipelines;

    CampaignMapper(DocumentMapper<Pipeline> pipelines) {
        this.pipelines = pipelines;
    }

    @Override
    public String kind() {
        return "campaign";
    }

    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public Document write(Campaign campaign) {
        CampaignPlan plan = campaign.plan();
        String state =
                switch (campaign) {
                    case Campaign.FanningOut _ -> FANNING_OUT;
                    case Campaign.Open _ -> OPEN;
                };
        return new Document(STATE, state)
                .append("displayName", plan.displayName())
                .append("pipeline", plan.pipeline())
                .append("sourceProgram", plan.sourceProgram())
                .append("brief", plan.brief())
                .append("channels", plan.channels().stream().map(CampaignMapper::write).toList())
                .append("assets", plan.assets().stream().map(CampaignMapper::write).toList())
                .append("begunWith", pipelines.write(campaign.pipeline()))
                .append("creator", campaign.creator().value());
    }

    @Override
    public Campaign read(Document fields) {
        var plan =
                new CampaignPlan(
                        fields.getString("displayName"),
                        fields.getString("pipeline"),
                        fields.getString("sourceProgram"),
                        fields.getString("brief"),
                        fields.getList("channels", Document.class).stream()
                                .map(CampaignMapper::channel)
                                .toList(),
                        fields.getList("assets", Document.class).stream()
                                .map(CampaignMapper::asset)
                                .toList());
        Pipeline pipeline = pipelines.read(fields.get("begunWith", Document.class));
        var creator = new Uid(fields.getString("creator"));
        String state = fields.getString(STATE);
        return switch (state) {
            case FANNING_OUT -> new Campaign.FanningOut(plan, pipeline, creator);
            case OPEN -> new Campaign.Open(plan, pipeline, creator);
            default ->
                    throw new IllegalStateException(
                            "campaign state '%s': expected %s or %s"
                                    .formatted(state, FANNING_OUT, OPEN));
        };
    }

    @Override
    public Document writeEvent(DomainEvent event) {
        return switch ((CampaignEvent) event) {
            case CampaignEvent.CampaignCreated created -> new Document("assets", created.assets());
            case CampaignEvent.CampaignOpened opened -> new Document("assets", opened.assets());
        };
    }

    private static Document write(Channel channel) {
        return new Document("key", channel.key())
                .append("displayName", channel.displayName())
                .append("urgency", channel.urgency());
    }

    private static Channel channel(Document document) {
        return new Channel(
                document.getString("key"),
                document.getString("displayName"),
                document.getInteger("urgency"));
    }

    private static Document write(PlannedAsset asset) {
        return new Document("key", asset.key())
                .append("displayName", asset.displayName())
                .append("channel", asset.channel())
                .append("activity", asset.activity())
                .append("priority", asset.priority().name())
                .append("dependsOn", asset.dependsOn())
                .append("coupledWith", asset.coupledWith())
                .append("contextNotes", asset.contextNotes());
    }

    private static PlannedAsset asset(Document document) {
        return new PlannedAsset(
                document.getString("key"),
                document.getString("displayName"),
                document.getString("channel"),
                document.getString("activity"),
                Priority.valueOf(document.getString("priority")),
                document.getList("dependsOn", String.class, List.of()),
                document.getList("coupledWith", String.class, List.of()),
                document.getString("contextNotes"));
    }
}
