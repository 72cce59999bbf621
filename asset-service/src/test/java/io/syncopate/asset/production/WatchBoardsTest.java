package io.syncopate.asset.production;

import static io.syncopate.asset.campaign.PlanFixture.asset;
import static io.syncopate.asset.campaign.PlanFixture.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.syncopate.asset.Production;
import io.syncopate.asset.campaign.PlannedAsset;
import io.syncopate.kernel.NotFoundException;
import io.syncopate.kernel.Reach;
import io.syncopate.testkit.kernel.Callers;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

class WatchBoardsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final BoardWatch.Selection ALL =
            new BoardWatch.Selection(
                    Reach.everything(Callers.ACME), "standard", Optional.empty(), 50);

    private final Production production = new Production();
    private final ListedSteps log = new ListedSteps();
    private final WatchBoards boards =
            new WatchBoards(log, production.assets, production.commissions, production.board, 3);

    @AfterEach
    void close() {
        boards.close();
    }

    @Test
    void beginsWithTheWholeBoardAndGoesOnWithChanges() throws InterruptedException {
        String campaign = production.campaign(plan("standard", asset("a"), asset("b"))).id();
        BoardWatch watch = open(Optional.empty());
        assertThat(whole(watch).columns().getFirst().count()).isEqualTo(2);

        log.happenedTo(new AssetId(campaign, "a"));
        BoardUpdate.Changed changed = changed(watch);
        assertThat(changed.asset().id()).isEqualTo(new AssetId(campaign, "a"));
        assertThat(changed.counts())
                .containsExactly(new Assets.StageCount(Optional.of("brief"), 2));
        assertThat(changed.place()).isEqualTo("1");
    }

    @Test
    void readsTheLogOnceHoweverManyWatchAndNotAtAllWhenNobodyDoes() throws InterruptedException {
        String campaign = production.campaign(plan("standard", asset("a"))).id();
        assertThat(log.mostReaders()).isZero();
        List<BoardWatch> watches =
                List.of(open(Optional.empty()), open(Optional.empty()), open(Optional.empty()));
        for (BoardWatch watch : watches) {
            whole(watch);
        }
        log.happenedTo(new AssetId(campaign, "a"));
        for (BoardWatch watch : watches) {
            changed(watch);
        }
        assertThat(log.mostReaders()).isEqualTo(1);

        watches.forEach(BoardWatch::close);
        assertThat(boards.watching()).isZero();
        log.awaitReaders(0);
    }

    @Test
    void hasRoomForSoManyAndMakesItWhenOneLeaves() throws InterruptedException {
        BoardWatch first = open(Optional.empty());
        open(Optional.empty());
        open(Optional.empty());
        assertThatExceptionOfType(ProductionException.TooManyWatchers.class)
                .isThrownBy(() -> open(Optional.empty()))
                .withMessageContaining("3 watch boards here, expected at most 3");
        first.close();
        assertThat(open(Optional.empty()).isOpen()).isTrue();
    }

    @Test
    void whoIsTooSlowGetsTheWholeBoardInPlaceOfWhatWasMissed() throws InterruptedException {
        String campaign = production.campaign(plan("standard", many(300))).id();
        BoardWatch slow = open(Optional.empty());
        BoardWatch quick = open(Optional.empty());
        whole(slow);
        whole(quick);
        for (int half : new int[] {0, 150}) {
            IntStream.range(half, half + 150)
                    .forEach(i -> log.happenedTo(new AssetId(campaign, "a" + i)));
            String end = Integer.toString(half + 150);
            while (!changed(quick).place().equals(end)) {
                assertThat(quick.isOpen()).isTrue();
            }
        }
        log.awaitReaderBehind(300);
        assertThat(whole(slow).columns().getFirst().count()).isEqualTo(300);
        assertThat(slow.next(Duration.ZERO)).isEmpty();
    }

    @Test
    void whoComesBackGetsWhatWasMissedAndTheWholeBoardWhenThatIsTooMuch()
            throws InterruptedException {
        String campaign = production.campaign(plan("standard", asset("a"))).id();
        log.happenedTo(new AssetId(campaign, "a"));
        assertThat(changed(open(Optional.of("0"))).place()).isEqualTo("1");
        assertThat(open(Optional.of("1")).next(Duration.ZERO)).as("nothing missed").isEmpty();

        IntStream.range(0, 1_000).forEach(_ -> log.happenedTo(new AssetId(campaign, "a")));
        assertThat(whole(open(Optional.of("1"))).place()).isNotEmpty();
    }

    @Test
    void aChangeOfACampaignOrPipelineBringsTheWholeBoard() throws InterruptedException {
        BoardWatch watch = open(Optional.empty());
        whole(watch);
        production.campaign(plan("standard", asset("a")));
        log.boardsChanged(Callers.OTHER);
        assertThat(watch.next(Duration.ZERO)).isEmpty();
        log.boardsChanged(Callers.ACME);
        assertThat(whole(watch).columns().getFirst().count()).isEqualTo(1);
    }

    @Test
    void aLogThatCannotBeReadEndsTheWatchesAndIsReadAgainByTheNext() throws InterruptedException {
        BoardWatch watch = open(Optional.empty());
        whole(watch);
        log.fail(new IllegalStateException("no store"));
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> watch.next(PATIENCE))
                .withMessage("no store");
        assertThat(boards.watching()).isZero();

        String campaign = production.campaign(plan("standard", asset("a"))).id();
        BoardWatch again = open(Optional.empty());
        whole(again);
        log.happenedTo(new AssetId(campaign, "a"));
        assertThat(changed(again).asset().id().key()).isEqualTo("a");
    }

    @Test
    void refusesABoardThatIsNotThere() {
        var none =
                new BoardWatch.Selection(
                        Reach.everything(Callers.ACME), "standard", Optional.of("none"), 50);
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> boards.open(none, Optional.empty()));
        assertThat(boards.watching()).isZero();
    }

    private BoardWatch open(Optional<String> after) throws InterruptedException {
        return boards.open(ALL, after);
    }

    private static BoardUpdate.Whole whole(BoardWatch watch) throws InterruptedException {
        return (BoardUpdate.Whole) watch.next(PATIENCE).orElseThrow();
    }

    private static BoardUpdate.Changed changed(BoardWatch watch) throws InterruptedException {
        return (BoardUpdate.Changed) watch.next(PATIENCE).orElseThrow();
    }

    private static PlannedAsset[] many(int count) {
        return IntStream.range(0, count).mapToObj(i -> asset("a" + i)).toArray(PlannedAsset[]::new);
    }
}
