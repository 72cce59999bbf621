package io.syncopate.asset.production.grpc;

import io.grpc.stub.StreamObserver;
import io.syncopate.asset.pipeline.StandardPipeline;
import io.syncopate.asset.production.Asset;
import io.syncopate.asset.production.Claimed;
import io.syncopate.asset.production.ViewBoard;
import io.syncopate.kernel.PageRequest;
import io.syncopate.proto.asset.v1.Board;
import io.syncopate.proto.asset.v1.BoardServiceGrpc;
import io.syncopate.proto.asset.v1.GetBoardRequest;
import io.syncopate.starter.call.CallContext;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@code syncopate.asset.v1.BoardService}. */
@Component
class BoardGrpcService extends BoardServiceGrpc.BoardServiceImplBase {

    private static final String PIPELINE = "pipelines/";

    private final ViewBoard view;
    private final Clock clock;

    BoardGrpcService(ViewBoard view, Clock clock) {
        this.view = view;
        this.clock = clock;
    }

    @Override
    public void getBoard(GetBoardRequest request, StreamObserver<Board> answer) {
        String pipeline =
                request.getPipeline().isEmpty()
                        ? StandardPipeline.ID
                        : request.getPipeline().substring(PIPELINE.length());
        List<ViewBoard.Column> columns =
                view.get(
                        CallContext.caller().tenant(),
                        pipeline,
                        Optional.of(request.getCampaign())
                                .filter(name -> !name.isEmpty())
                                .map(Messages::campaignId),
                        new PageRequest(request.getCardsPerColumn(), "").size());
        Instant now = clock.instant();
        Messages.send(
                answer,
                Board.newBuilder()
                        .setPipeline(PIPELINE + pipeline)
                        .addAllColumns(columns.stream().map(column -> write(column, now)).toList())
                        .setFullestStage(ViewBoard.fullest(columns).orElse(""))
                        .build());
    }

    private static Board.Column write(ViewBoard.Column column, Instant now) {
        return Board.Column.newBuilder()
                .setStage(column.stage().orElse(""))
                .setDisplayName(column.displayName())
                .setCount(column.count())
                .addAllCards(
                        column.cards().stream().map(asset -> card(asset.value(), now)).toList())
                .build();
    }

    private static Board.Card card(Asset asset, Instant now) {
        return Board.Card.newBuilder()
                .setAsset(asset.id().resourceName())
                .setDisplayName(asset.deliverable().displayName())
                .setChannel(asset.deliverable().channel())
                .setState(AssetMessages.state(asset))
                .setHolder(
                        asset instanceof Claimed claimed
                                ? Messages.actor(claimed.claim().holder())
                                : "")
                .setStale(AssetMessages.isStale(asset, now))
                .setStageEnterTime(Messages.timestamp(AssetMessages.since(asset)))
                .build();
    }
}
