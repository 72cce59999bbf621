package io.syncopate.asset.campaign.grpc;

import io.grpc.stub.StreamObserver;
import io.syncopate.asset.campaign.CreateCampaign;
import io.syncopate.asset.campaign.ViewCampaigns;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.Page;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.Reach;
import io.syncopate.proto.asset.v1.Campaign;
import io.syncopate.proto.asset.v1.CampaignServiceGrpc;
import io.syncopate.proto.asset.v1.CreateCampaignRequest;
import io.syncopate.proto.asset.v1.GetCampaignRequest;
import io.syncopate.proto.asset.v1.ListCampaignsRequest;
import io.syncopate.proto.asset.v1.ListCampaignsResponse;
import io.syncopate.starter.call.CallContext;

import org.springframework.stereotype.Component;

/** {@code syncopate.asset.v1.CampaignService}. */
@Component
class CampaignGrpcService extends CampaignServiceGrpc.CampaignServiceImplBase {

    private static final String READ_PIPELINES = "asset.pipelines.read";

    private final CreateCampaign create;
    private final ViewCampaigns view;

    CampaignGrpcService(CreateCampaign create, ViewCampaigns view) {
        this.create = create;
        this.view = view;
    }

    @Override
    public void createCampaign(CreateCampaignRequest request, StreamObserver<Campaign> answer) {
        Command by = CallContext.command();
        var created =
                create.create(
                        by,
                        by.reach()
                                .sharing(
                                        by.by(),
                                        request.getCampaign().getTeamsList(),
                                        "campaign.teams"),
                        Reach.of(by.by(), READ_PIPELINES),
                        CampaignMessages.plan(request.getCampaign()));
        send(answer, CampaignMessages.write(view.of(by.tenant(), created)));
    }

    @Override
    public void getCampaign(GetCampaignRequest request, StreamObserver<Campaign> answer) {
        send(
                answer,
                CampaignMessages.write(
                        view.get(CallContext.reach(), CampaignMessages.id(request.getName()))));
    }

    @Override
    public void listCampaigns(
            ListCampaignsRequest request, StreamObserver<ListCampaignsResponse> answer) {
        Page<ViewCampaigns.Progress> page =
                view.list(
                        CallContext.reach(),
                        new PageRequest(request.getPageSize(), request.getPageToken()));
        send(
                answer,
                ListCampaignsResponse.newBuilder()
                        .addAllCampaigns(page.map(CampaignMessages::write).items())
                        .setNextPageToken(page.nextToken())
                        .build());
    }

    private static <T> void send(StreamObserver<T> answer, T message) {
        answer.onNext(message);
        answer.onCompleted();
    }
}
