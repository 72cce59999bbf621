package io.syncopate.asset.production.grpc;

import static java.util.stream.Collectors.toMap;

import io.grpc.stub.StreamObserver;
import io.syncopate.asset.production.AdvanceAsset;
import io.syncopate.asset.production.AssetView;
import io.syncopate.asset.production.Handover;
import io.syncopate.asset.production.Verdict;
import io.syncopate.asset.production.ViewAssets;
import io.syncopate.kernel.InvalidException;
import io.syncopate.kernel.Page;
import io.syncopate.kernel.PageRequest;
import io.syncopate.proto.asset.v1.Asset;
import io.syncopate.proto.asset.v1.AssetServiceGrpc;
import io.syncopate.proto.asset.v1.ChecklistTick;
import io.syncopate.proto.asset.v1.GetAssetRequest;
import io.syncopate.proto.asset.v1.ListAssetsRequest;
import io.syncopate.proto.asset.v1.ListAssetsResponse;
import io.syncopate.proto.asset.v1.PushAssetRequest;
import io.syncopate.proto.asset.v1.ReviewAssetRequest;
import io.syncopate.proto.asset.v1.SyncHandoff;
import io.syncopate.starter.call.CallContext;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code syncopate.asset.v1.AssetService}. */
@Component
class AssetGrpcService extends AssetServiceGrpc.AssetServiceImplBase {

    private final ViewAssets view;
    private final AdvanceAsset advance;
    private final Clock clock;

    AssetGrpcService(ViewAssets view, AdvanceAsset advance, Clock clock) {
        this.view = view;
        this.advance = advance;
        this.clock = clock;
    }

    @Override
    public void getAsset(GetAssetRequest request, StreamObserver<Asset> answer) {
        send(
                answer,
                view.get(
                        CallContext.caller(),
                        CallContext.reach(),
                        Messages.assetId(request.getName())));
    }

    @Override
    public void listAssets(ListAssetsRequest request, StreamObserver<ListAssetsResponse> answer) {
        Page<AssetView> page =
                view.list(
                        CallContext.reach(),
                        Messages.campaignId(request.getParent()),
                        new PageRequest(request.getPageSize(), request.getPageToken()));
        Messages.send(
                answer,
                ListAssetsResponse.newBuilder()
                        .addAllAssets(
                                page.map(asset -> AssetMessages.write(asset, clock.instant()))
                                        .items())
                        .setNextPageToken(page.nextToken())
                        .build());
    }

    @Override
    public void pushAsset(PushAssetRequest request, StreamObserver<Asset> answer) {
        var handover =
                new Handover(
                        ticks(request.getChecklistList()),
                        request.getContextNotes(),
                        request.hasFileVersion()
                                ? Optional.of(
                                        new Handover.NewFile(
                                                request.getFileVersion().getFileName(),
                                                request.getFileVersion().getUri()))
                                : Optional.empty(),
                        meeting(request.getSyncHandoff()));
        send(
                answer,
                advance.push(
                        CallContext.command(),
                        Messages.assetId(request.getName()),
                        request.getEtag(),
                        Messages.claimId(request.getClaim()),
                        handover));
    }

    @Override
    public void reviewAsset(ReviewAssetRequest request, StreamObserver<Asset> answer) {
        send(
                answer,
                advance.review(
                        CallContext.command(),
                        Messages.assetId(request.getName()),
                        request.getEtag(),
                        Messages.claimId(request.getClaim()),
                        verdict(request)));
    }

    private static Verdict verdict(ReviewAssetRequest request) {
        return switch (request.getDecision()) {
            case APPROVE ->
                    new Verdict.Approve(
                            ticks(request.getChecklistList()),
                            request.getContextNotes(),
                            meeting(request.getSyncHandoff()));
            case REQUEST_CHANGES ->
                    new Verdict.RequestChanges(
                            request.getContextNotes(),
                            Optional.of(request.getBackTo()).filter(key -> !key.isEmpty()));
            case DECISION_UNSPECIFIED, UNRECOGNIZED ->
                    throw InvalidException.missing("decision", "APPROVE or REQUEST_CHANGES");
        };
    }

    private static Map<String, Boolean> ticks(List<ChecklistTick> ticks) {
        return ticks.stream().collect(toMap(ChecklistTick::getItem, ChecklistTick::getDone));
    }

    private static io.syncopate.asset.production.SyncHandoff meeting(SyncHandoff message) {
        return new io.syncopate.asset.production.SyncHandoff(
                message.getContextExplained(),
                message.getQuestionsAnswered(),
                message.getReceiptConfirmed());
    }

    private void send(StreamObserver<Asset> answer, AssetView asset) {
        Messages.send(answer, AssetMessages.write(asset, clock.instant()));
    }
}
