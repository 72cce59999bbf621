package io.syncopate.asset;

import static io.syncopate.asset.AssetUser.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.Context;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.syncopate.proto.asset.v1.Asset;
import io.syncopate.proto.asset.v1.Board;
import io.syncopate.proto.asset.v1.BoardUpdate;
import io.syncopate.proto.asset.v1.Campaign;
import io.syncopate.proto.asset.v1.Claim;
import io.syncopate.proto.asset.v1.ReleaseClaimRequest;
import io.syncopate.proto.asset.v1.WatchBoardRequest;
import io.syncopate.testkit.Rule;
import io.syncopate.testkit.kernel.Callers;
import io.syncopate.testkit.store.OnStore;
import io.syncopate.testkit.store.TestStore;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The board as those who follow it are told, from the service's own event log. */
@OnStore
@SuppressWarnings("NullAway.Init")
class WatchBoardIT {

    private AssetServer server;
    private AssetUser wes;
    private final List<Context.CancellableContext> streams = new ArrayList<>();

    @BeforeEach
    void start(TestStore store) {
        server = new AssetServer(store.database());
        server.feedEventLog();
        wes = AssetUser.of(server, "wes");
    }

    @AfterEach
    void stop() {
        streams.forEach(stream -> stream.cancel(null));
        server.close();
    }

    @Test
    @Rule("P-031")
    void tellsTheWholeBoardAndThenEachAssetThatChanges() {
        Campaign made = wes.create(campaign("a", "b"));
        Iterator<BoardUpdate> told = watch(wes, request(made));
        Board board = board(told);
        assertThat(board.getColumns(0).getCount()).isEqualTo(2);

        Claim claim = wes.claim("standard.brief");
        BoardUpdate.Change claimed = changeOf(told, Asset.State.CLAIMED);
        assertThat(claimed.getCard().getAsset()).isEqualTo(claim.getAsset());
        assertThat(claimed.getCard().getHolder()).isEqualTo("people/wes");
        assertThat(claimed.getStage()).isEqualTo("brief");

        wes.push(claim);
        BoardUpdate.Change pushed = changeOf(told, Asset.State.WAITING);
        assertThat(pushed.getStage()).isEqualTo("copy");
        assertThat(pushed.getCountsList())
                .containsExactlyInAnyOrder(count("brief", 1), count("copy", 1));
    }

    @Test
    void tellsOfWhatIsGivenBackThatItHasWaitedTooLong() {
        Campaign made = wes.create(campaign("a"));
        server.clock.advance(Duration.ofHours(72));
        Iterator<BoardUpdate> told = watch(wes, request(made));
        assertThat(board(told).getColumns(0).getCards(0).getStale()).isTrue();

        Claim claim = wes.claim("standard.brief");
        assertThat(changeOf(told, Asset.State.CLAIMED).getCard().getStale()).isFalse();
        wes.claims.releaseClaim(ReleaseClaimRequest.newBuilder().setName(claim.getName()).build());
        assertThat(changeOf(told, Asset.State.WAITING).getCard().getStale()).isTrue();
    }

    @Test
    void goesOnBehindTheLastMessageWithWhatWasMissed() {
        Campaign made = wes.create(campaign("a", "b"));
        Iterator<BoardUpdate> told = watch(wes, request(made));
        board(told);
        Claim claim = wes.claim("standard.brief");
        BoardUpdate last = updateOf(told, Asset.State.CLAIMED);
        streams.removeLast().cancel(null);

        wes.push(claim);
        Iterator<BoardUpdate> again =
                watch(wes, request(made).setResumeToken(last.getResumeToken()));
        BoardUpdate first = again.next();
        assertThat(first.getUpdateCase()).isEqualTo(BoardUpdate.UpdateCase.CHANGE);
        assertThat(first.getChange().getCard().getAsset()).isEqualTo(claim.getAsset());
        assertThat(changeOf(again, Asset.State.WAITING, first).getStage()).isEqualTo("copy");
    }

    @Test
    void tellsTheWholeBoardAgainWhenACampaignOpens() {
        wes.create(campaign("a"));
        Iterator<BoardUpdate> told = watch(wes, WatchBoardRequest.newBuilder());
        assertThat(board(told).getColumns(0).getCount()).isEqualTo(1);
        wes.create(campaign("b", "c"));
        Board board = board(told);
        while (board.getColumns(0).getCount() != 3) {
            board = board(told);
        }
    }

    @Test
    void tellsNothingOfAnotherTenantOrAnotherCampaign() {
        Campaign mine = wes.create(campaign("a"));
        wes.create(campaign("other"));
        AssetUser stranger = AssetUser.of(server, Callers.OTHER, "sam");
        stranger.create(campaign("theirs"));
        Iterator<BoardUpdate> told = watch(wes, request(mine));
        board(told);

        stranger.claim("standard.brief");
        Claim first = wes.claim("standard.brief");
        Claim second = wes.claim("standard.brief");
        String expected = mine.getName() + "/assets/a";
        assertThat(List.of(first.getAsset(), second.getAsset())).contains(expected);
        assertThat(updateOf(told, Asset.State.CLAIMED).getChange().getCard().getAsset())
                .isEqualTo(expected);
    }

    @Test
    void refusesATokenThatWasNeverGivenAndABoardThatIsNotThere() {
        Campaign made = wes.create(campaign("a"));
        assertThat(refused(request(made).setResumeToken("yesterday")).getStatus())
                .satisfies(
                        status -> {
                            assertThat(status.getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
                            assertThat(status.getDescription()).contains("resume_token");
                        });
        assertThat(
                        refused(WatchBoardRequest.newBuilder().setCampaign("campaigns/none"))
                                .getStatus()
                                .getCode())
                .isEqualTo(Status.Code.NOT_FOUND);
    }

    @Test
    void tellsThatItIsOverWhenTheServiceStops() {
        Iterator<BoardUpdate> told = watch(wes, WatchBoardRequest.newBuilder());
        board(told);
        server.stopWatches();
        assertThat(catchThrowableOfType(StatusRuntimeException.class, told::hasNext).getStatus())
                .extracting(Status::getCode)
                .isEqualTo(Status.Code.UNAVAILABLE);
    }

    private StatusRuntimeException refused(WatchBoardRequest.Builder request) {
        return catchThrowableOfType(
                StatusRuntimeException.class, () -> watch(wes, request).hasNext());
    }

    private Iterator<BoardUpdate> watch(AssetUser user, WatchBoardRequest.Builder request) {
        Context.CancellableContext stream = Context.current().withCancellation();
        streams.add(stream);
        Context before = stream.attach();
        try {
            return user.board.withDeadlineAfter(30, TimeUnit.SECONDS).watchBoard(request.build());
        } finally {
            stream.detach(before);
        }
    }

    private static WatchBoardRequest.Builder request(Campaign campaign) {
        return WatchBoardRequest.newBuilder().setCampaign(campaign.getName());
    }

    /** The next whole board; changes before it are passed over. */
    private static Board board(Iterator<BoardUpdate> told) {
        BoardUpdate update = told.next();
        while (!update.hasBoard()) {
            update = told.next();
        }
        return update.getBoard();
    }

    /** The next change to this state; a whole board, or a repeat of an earlier state, is passed over. */
    private static BoardUpdate updateOf(Iterator<BoardUpdate> told, Asset.State state) {
        BoardUpdate update = told.next();
        while (!update.hasChange() || update.getChange().getCard().getState() != state) {
            update = told.next();
        }
        return update;
    }

    private static BoardUpdate.Change changeOf(Iterator<BoardUpdate> told, Asset.State state) {
        return updateOf(told, state).getChange();
    }

    private static BoardUpdate.Change changeOf(
            Iterator<BoardUpdate> told, Asset.State state, BoardUpdate first) {
        return first.getChange().getCard().getState() == state
                ? first.getChange()
                : changeOf(told, state);
    }

    private static BoardUpdate.StageCount count(String stage, int count) {
        return BoardUpdate.StageCount.newBuilder().setStage(stage).setCount(count).build();
    }
}
