package io.syncopate.asset.production.grpc;

import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.syncopate.asset.pipeline.StandardPipeline;
import io.syncopate.asset.production.Asset;
import io.syncopate.asset.production.BoardWatch;
import io.syncopate.asset.production.Claimed;
import io.syncopate.asset.production.Place;
import io.syncopate.asset.production.ViewBoard;
import io.syncopate.asset.production.WatchBoards;
import io.syncopate.kernel.PageRequest;
import io.syncopate.proto.asset.v1.Board;
import io.syncopate.proto.asset.v1.BoardServiceGrpc;
import io.syncopate.proto.asset.v1.BoardUpdate;
import io.syncopate.proto.asset.v1.GetBoardRequest;
import io.syncopate.proto.asset.v1.WatchBoardRequest;
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
    private final WatchBoards watches;
    private final Clock clock;

    BoardGrpcService(ViewBoard view, WatchBoards watches, Clock clock) {
        this.view = view;
        this.watches = watches;
        this.clock = clock;
    }

    @Override
    public void getBoard(GetBoardRequest request, StreamObserver<Board> answer) {
        String pipeline = pipeline(request.getPipeline());
        List<ViewBoard.Column> columns =
                view.get(
                        CallContext.reach(),
                        pipeline,
                        campaign(request.getCampaign()),
                        cards(request.getCardsPerColumn()));
        Messages.send(answer, write(pipeline, columns));
    }

    @Override
    public void watchBoard(WatchBoardRequest request, StreamObserver<BoardUpdate> answer) {
        String pipeline = pipeline(request.getPipeline());
        var selection =
                new BoardWatch.Selection(
                        CallContext.reach(),
                        pipeline,
                        campaign(request.getCampaign()),
                        cards(request.getCardsPerColumn()));
        try {
            BoardStream.start(
                    watches.open(
                            selection,
                            Optional.of(request.getResumeToken())
                                    .filter(token -> !token.isEmpty())),
                    (ServerCallStreamObserver<BoardUpdate>) answer,
                    update -> write(pipeline, update));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Status.CANCELLED.withDescription("interrupted").asRuntimeException();
        }
    }

    private static String pipeline(String name) {
        return name.isEmpty() ? StandardPipeline.ID : name.substring(PIPELINE.length());
    }

    private static Optional<String> campaign(String name) {
        return Optional.of(name).filter(text -> !text.isEmpty()).map(Messages::campaignId);
    }

    private static int cards(int asked) {
        return new PageRequest(asked, "").size();
    }

    private BoardUpdate write(String pipeline, io.syncopate.asset.production.BoardUpdate update) {
        BoardUpdate.Builder message = BoardUpdate.newBuilder().setResumeToken(update.place());
        return switch (update) {
            case io.syncopate.asset.production.BoardUpdate.Whole whole ->
                    message.setBoard(write(pipeline, whole.columns())).build();
            case io.syncopate.asset.production.BoardUpdate.Changed changed ->
                    message.setChange(change(changed)).build();
        };
    }

    private BoardUpdate.Change change(io.syncopate.asset.production.BoardUpdate.Changed changed) {
        Asset asset = changed.asset();
        return BoardUpdate.Change.newBuilder()
                .setStage(asset.position().map(Place::stage).orElse(""))
                .setCard(card(asset, clock.instant()))
                .addAllCounts(
                        changed.counts().stream()
                                .map(
                                        count ->
                                                BoardUpdate.StageCount.newBuilder()
                                                        .setStage(count.stage().orElse(""))
                                                        .setCount(count.assets())
                                                        .build())
                                .toList())
                .build();
    }

    private Board write(String pipeline, List<ViewBoard.Column> columns) {
        Instant now = clock.instant();
        return Board.newBuilder()
                .setPipeline(PIPELINE + pipeline)
                .addAllColumns(columns.stream().map(column -> write(column, now)).toList())
                .setFullestStage(ViewBoard.fullest(columns).orElse(""))
                .build();
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
