package io.syncopate.assessment.program.client;

import io.syncopate.assessment.program.Production;
import io.syncopate.kernel.Caller;
import io.syncopate.proto.asset.v1.Campaign;
import io.syncopate.proto.asset.v1.CampaignServiceGrpc;
import io.syncopate.proto.asset.v1.CampaignServiceGrpc.CampaignServiceBlockingStub;
import io.syncopate.proto.asset.v1.CreateCampaignRequest;
import io.syncopate.starter.client.Backends;

import org.springframework.stereotype.Component;

/** Self-paced work goes out on one channel, the learning platform. */
@Component
class GrpcProduction implements Production {

    private static final String SERVICE = "asset";
    private static final String CHANNEL = "lms";

    private final OtherService<CampaignServiceBlockingStub> asset;

    GrpcProduction(Backends backends) {
        this.asset =
                new OtherService<>(
                        SERVICE, backends.backend(SERVICE, CampaignServiceGrpc::newBlockingStub));
    }

    @Override
    public String order(Caller by, SelfPacedWork work, String requestId) {
        var request =
                CreateCampaignRequest.newBuilder()
                        .setCampaign(write(work))
                        .setRequestId(requestId)
                        .build();
        return asset.ask(by, stub -> stub.createCampaign(request)).getName();
    }

    static Campaign write(SelfPacedWork work) {
        var message =
                Campaign.newBuilder()
                        .setDisplayName(work.displayName())
                        .setSourceProgram(work.program())
                        .setBrief(work.brief())
                        .addAllTeams(work.teams().stream().sorted().toList());
        message.addChannelsBuilder().setKey(CHANNEL).setDisplayName("Learning platform");
        work.items()
                .forEach(
                        item ->
                                message.addAssetsBuilder()
                                        .setKey(item.activity())
                                        .setDisplayName(item.title())
                                        .setChannel(CHANNEL)
                                        .setActivity(item.activity())
                                        .setContextNotes(item.notes()));
        return message.build();
    }
}
