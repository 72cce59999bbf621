package io.syncopate.asset;

import static io.syncopate.asset.AssetUser.campaign;
import static io.syncopate.asset.AssetUser.deliverable;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncopate.proto.api.v1.ReadRequest;
import io.syncopate.proto.api.v1.ReadResponse;
import io.syncopate.proto.asset.v1.Board;
import io.syncopate.proto.asset.v1.Claim;
import io.syncopate.proto.asset.v1.GetBoardRequest;
import io.syncopate.proto.asset.v1.HistoryEntry;
import io.syncopate.proto.asset.v1.ListQueuesRequest;
import io.syncopate.proto.asset.v1.Queue;
import io.syncopate.proto.asset.v1.ReleaseClaimRequest;
import io.syncopate.testkit.Rule;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** What can be read of all work: the board, and the log of what happened. */
class RecordRulesIT extends OnAssetServer {

    @Test
    @Rule("P-027")
    void everyTransitionIsExactlyOneEvent() {
        server.feedEventLog();
        wes.create(campaign("a"));
        Claim claim = wes.claim("standard.brief");
        wes.push(claim);
        Claim copy = wes.claim("standard.copy");
        wes.claims.releaseClaim(ReleaseClaimRequest.newBuilder().setName(copy.getName()).build());

        assertThat(eventsUntil(claim.getAsset(), "5 ClaimReleased"))
                .containsExactly(
                        "1 AssetCreated",
                        "2 AssetClaimed",
                        "3 AssetPushed",
                        "4 AssetClaimed",
                        "5 ClaimReleased");
        assertThat(wes.get(claim.getAsset()).getPassport().getHistoryList())
                .extracting(HistoryEntry::getKind)
                .containsExactly(
                        HistoryEntry.Kind.CREATED,
                        HistoryEntry.Kind.CLAIMED,
                        HistoryEntry.Kind.PUSHED,
                        HistoryEntry.Kind.CLAIMED,
                        HistoryEntry.Kind.RELEASED);
    }

    @Test
    @Rule("P-031")
    void theBoardShowsEveryAssetOfAllChannelsOnce() {
        wes.create(campaign("a", "b").addAssets(deliverable("c", "a")));
        wes.create(campaign("d").addAssets(deliverable("e").setChannel("social")));
        wes.push(wes.claim("standard.brief"));
        wes.claim("standard.brief");

        Board board = wes.board.getBoard(GetBoardRequest.getDefaultInstance());
        assertThat(board.getColumnsList())
                .extracting(Board.Column::getStage)
                .containsExactly("brief", "copy", "design", "review", "approve", "distribute", "");
        List<String> shown =
                board.getColumnsList().stream()
                        .flatMap(column -> column.getCardsList().stream())
                        .map(card -> card.getAsset().replaceAll(".*/", ""))
                        .toList();
        assertThat(shown).containsExactlyInAnyOrder("a", "b", "c", "d", "e");
        assertThat(board.getColumnsList()).extracting(Board.Column::getCount).startsWith(4, 1);
        assertThat(board.getFullestStage()).isEqualTo("brief");
        assertThat(queue("standard.brief").getWaitingCount()).as("c is blocked").isEqualTo(2);
        assertThat(queue("standard.brief").getClaimedCount()).isEqualTo(1);
    }

    private Queue queue(String name) {
        return wes
                .queues
                .listQueues(ListQueuesRequest.getDefaultInstance())
                .getQueuesList()
                .stream()
                .filter(queue -> queue.getName().equals("queues/" + name))
                .findFirst()
                .orElseThrow();
    }

    /** What the service's log says of an asset, as whoever reads its feed gets it. */
    private List<String> eventsUntil(String asset, String last) {
        List<String> told = new ArrayList<>();
        var request =
                ReadRequest.newBuilder()
                        .setWait(com.google.protobuf.Duration.newBuilder().setSeconds(10));
        while (!told.contains(last)) {
            ReadResponse page = wes.events.read(request.build());
            assertThat(page.getEventsList()).as("what follows %s", told).isNotEmpty();
            page.getEventsList().stream()
                    .filter(event -> event.getSubject().equals(asset))
                    .map(
                            event ->
                                    event.getAggregateVersion()
                                            + " "
                                            + event.getType().replaceAll(".*\\.", ""))
                    .forEach(told::add);
            request.clearAfter().addAllAfter(page.getNextList());
        }
        return told;
    }
}
