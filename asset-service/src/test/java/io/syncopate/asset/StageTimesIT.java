package io.syncopate.asset;

import static io.syncopate.asset.AssetUser.campaign;
import static io.syncopate.asset.AssetUser.deliverable;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.syncopate.proto.asset.v1.Asset;
import io.syncopate.proto.asset.v1.Board;
import io.syncopate.proto.asset.v1.Claim;
import io.syncopate.proto.asset.v1.CreatePipelineRequest;
import io.syncopate.proto.asset.v1.GetBoardRequest;
import io.syncopate.proto.asset.v1.GetClaimRequest;
import io.syncopate.proto.asset.v1.GetPipelineRequest;
import io.syncopate.proto.asset.v1.Pipeline;
import io.syncopate.proto.asset.v1.Pipeline.Stage;
import io.syncopate.proto.asset.v1.ReleaseClaimRequest;
import io.syncopate.proto.asset.v1.RenewClaimRequest;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/** The times that a stage sets: how long a claim holds, when waiting is too long, when a decision is due. */
class StageTimesIT extends OnAssetServer {

    private static final Duration MOMENT = Duration.ofSeconds(1);

    @Test
    void anItemIsStaleFromTheHoursOfItsStageOn() {
        use(work("write").setStaleAfterHours(5), work("publish"));
        wes.create(campaign("a").setPipeline("pipelines/timed"));
        String name = theOnlyCard().getAsset();

        server.clock.advance(Duration.ofHours(5).minus(MOMENT));
        assertThat(isStale(name)).isFalse();
        server.clock.advance(MOMENT);
        assertThat(isStale(name)).isTrue();

        wes.push(wes.claim("timed.write"));
        assertThat(isStale(name)).as("in the next stage").isFalse();
        server.clock.advance(Duration.ofHours(72).minus(MOMENT));
        assertThat(isStale(name)).as("where nothing is stated").isFalse();
        server.clock.advance(MOMENT);
        assertThat(isStale(name)).as("after three days").isTrue();
    }

    @Test
    void onlyWhatWaitsGrowsStaleAndWhatIsGivenBackHasWaitedAllTheTime() {
        use(work("write").setStaleAfterHours(5).setClaimMinutes(1440));
        wes.create(campaign("a").addAssets(deliverable("b", "a")).setPipeline("pipelines/timed"));
        Claim claim = wes.claim("timed.write");
        server.clock.advance(Duration.ofHours(6));

        assertThat(board().getCards(0).getState()).isEqualTo(Asset.State.CLAIMED);
        assertThat(board().getCards(1).getState()).isEqualTo(Asset.State.BLOCKED);
        assertThat(board().getCardsList()).extracting(Board.Card::getStale).containsOnly(false);
        assertThat(wes.get(claim.getAsset()).getStale()).isFalse();

        wes.claims.releaseClaim(ReleaseClaimRequest.newBuilder().setName(claim.getName()).build());
        assertThat(isStale(claim.getAsset())).isTrue();
    }

    @Test
    void aDecisionIsDueWhenTheWindowOfItsStageEnds() {
        use(
                work("write"),
                decision("review").setReviewWindowHours(6),
                decision("approve"),
                work("publish"));
        wes.create(campaign("a").setPipeline("pipelines/timed"));
        Claim write = wes.claim("timed.write");
        assertThat(wes.get(write.getAsset()).hasReviewDueTime()).as("in a stage of work").isFalse();
        server.clock.advance(Duration.ofMinutes(20));

        Asset handedIn = wes.push(write);
        assertThat(handedIn.getReviewDueTime()).isEqualTo(in(Duration.ofHours(6)));
        Timestamp due = handedIn.getReviewDueTime();
        server.clock.advance(Duration.ofHours(2));
        Claim review = rae.claim("timed.review");
        assertThat(rae.get(review.getAsset()).getReviewDueTime())
                .as("who takes it late has no longer for it")
                .isEqualTo(due);

        assertThat(rae.approve(review).getReviewDueTime())
                .as("where nothing is stated")
                .isEqualTo(in(Duration.ofHours(24)));
        assertThat(rae.approve(rae.claim("timed.approve")).hasReviewDueTime()).isFalse();
    }

    @Test
    void aClaimHoldsForTheMinutesOfItsStage() {
        use(work("write").setClaimMinutes(5), work("publish"));
        wes.create(campaign("a").setPipeline("pipelines/timed"));
        Claim claim = wes.claim("timed.write");
        assertThat(claim.getExpireTime()).isEqualTo(in(Duration.ofMinutes(5)));
        server.clock.advance(Duration.ofMinutes(4));
        Claim renewed =
                wes.claims.renewClaim(
                        RenewClaimRequest.newBuilder().setName(claim.getName()).build());
        assertThat(renewed.getExpireTime()).isEqualTo(in(Duration.ofMinutes(5)));

        server.clock.advance(Duration.ofMinutes(5).minus(MOMENT));
        assertThat(stateOf(claim)).isEqualTo(Claim.State.ACTIVE);
        server.clock.advance(MOMENT);
        assertThat(stateOf(claim)).isEqualTo(Claim.State.EXPIRED);
        assertThat(Refused.reason(() -> wes.push(claim))).isEqualTo("CLAIM_LOST");

        server.clock.advance(Duration.ofMinutes(1));
        Claim next = rae.claim("timed.write");
        assertThat(next.getAsset()).isEqualTo(claim.getAsset());
        rae.push(next);
        assertThat(rae.claim("timed.publish").getExpireTime())
                .as("where nothing is stated")
                .isEqualTo(in(Duration.ofMinutes(60)));
    }

    @Test
    void aPipelineTellsTheTimesInForce() {
        use(
                work("write").setClaimMinutes(5).setStaleAfterHours(7),
                decision("review").setReviewWindowHours(6),
                work("publish"));
        List<Stage> stages =
                wes.pipelines
                        .getPipeline(
                                GetPipelineRequest.newBuilder().setName("pipelines/timed").build())
                        .getStagesList();
        assertThat(stages).extracting(Stage::getClaimMinutes).containsExactly(5, 60, 60);
        assertThat(stages).extracting(Stage::getStaleAfterHours).containsExactly(7, 72, 72);
        assertThat(stages).extracting(Stage::getReviewWindowHours).containsExactly(0, 6, 0);
    }

    @Test
    void aTimeOutOfBoundsIsRefusedByItsName() {
        assertRefused("claim_minutes", work("write").setClaimMinutes(-1));
        assertRefused("claim_minutes", work("write").setClaimMinutes(1441));
        assertRefused("stale_after_hours", work("write").setStaleAfterHours(-1));
        assertRefused("stale_after_hours", work("write").setStaleAfterHours(8761));
        assertRefused("review_window_hours", decision("review").setReviewWindowHours(-1));
        assertRefused("review_window_hours", decision("review").setReviewWindowHours(721));
        assertRefused("review_window_hours", work("edit").setReviewWindowHours(6));

        Stage.Builder longest =
                decision("review")
                        .setClaimMinutes(1440)
                        .setStaleAfterHours(8760)
                        .setReviewWindowHours(720);
        use(work("write"), longest);
    }

    private void assertRefused(String field, Stage.Builder stage) {
        StatusRuntimeException refused = Refused.of(() -> use(work("write"), stage));
        assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(refused.getStatus().getDescription()).contains("stages[1]." + field);
    }

    private void use(Stage.Builder... stages) {
        Pipeline.Builder timed = Pipeline.newBuilder().setDisplayName("Timed");
        List.of(stages).forEach(timed::addStages);
        wes.pipelines.createPipeline(
                CreatePipelineRequest.newBuilder()
                        .setPipelineId("timed")
                        .setPipeline(timed)
                        .build());
    }

    private static Stage.Builder decision(String key) {
        return decision(key, "write");
    }

    /** Whether the item is stale, which it says itself as the board does. */
    private boolean isStale(String asset) {
        boolean stale = wes.get(asset).getStale();
        Board.Card card =
                columns().stream()
                        .flatMap(column -> column.getCardsList().stream())
                        .filter(each -> each.getAsset().equals(asset))
                        .findFirst()
                        .orElseThrow();
        assertThat(card.getStale()).as("the card of %s", asset).isEqualTo(stale);
        return stale;
    }

    private Board.Column board() {
        return columns().getFirst();
    }

    private Board.Card theOnlyCard() {
        assertThat(board().getCardsList()).hasSize(1);
        return board().getCards(0);
    }

    private List<Board.Column> columns() {
        return wes.board
                .getBoard(GetBoardRequest.newBuilder().setPipeline("pipelines/timed").build())
                .getColumnsList();
    }

    private Claim.State stateOf(Claim claim) {
        return wes.claims
                .getClaim(GetClaimRequest.newBuilder().setName(claim.getName()).build())
                .getState();
    }

    private Timestamp in(Duration time) {
        return Timestamps.fromMillis(server.clock.instant().plus(time).toEpochMilli());
    }
}
