package io.syncopate.asset.production;

import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Versioned;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Tells those who watch boards what changes. However many they are, the log is read once, and each
 * changed asset once; while nobody watches, nothing is read.
 */
public final class WatchBoards implements AutoCloseable {

    private static final int BATCH = 200;

    /** Who comes back after more than this gets the whole board. */
    private static final int MOST_MISSED = 1_000;

    private static final Duration WAIT = Duration.ofSeconds(2);

    private final AssetLog log;
    private final Assets assets;
    private final Commissions commissions;
    private final ViewBoard view;
    private final int most;
    private final Set<BoardWatch> watches = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private volatile String place = "";
    private boolean reading;
    private boolean closed;

    /**
     * @param most how many may watch at the same time in this process
     */
    public WatchBoards(
            AssetLog log, Assets assets, Commissions commissions, ViewBoard view, int most) {
        this.log = log;
        this.assets = assets;
        this.commissions = commissions;
        this.view = view;
        this.most = most;
    }

    /**
     * Begins with the whole board, or goes on behind a place.
     *
     * @param after the place of the last update that was dealt with
     * @throws io.syncopate.kernel.NotFoundException when no such pipeline or campaign is in reach
     * @throws io.syncopate.kernel.InvalidException when there is no such place
     * @throws ProductionException.TooManyWatchers when there is no room for one more
     */
    public BoardWatch open(BoardWatch.Selection selection, Optional<String> after)
            throws InterruptedException {
        view.get(selection.reach(), selection.pipeline(), selection.campaign(), 1);
        BoardWatch watch = register(selection);
        try {
            if (after.isPresent()) {
                goOn(watch, after.get());
            }
            return watch;
        } catch (RuntimeException | InterruptedException e) {
            watch.close();
            throw e;
        }
    }

    /** Ends all watches; their readers are told that it is over. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
        } finally {
            lock.unlock();
        }
        watches.forEach(BoardWatch::close);
    }

    int watching() {
        return watches.size();
    }

    private BoardWatch register(BoardWatch.Selection selection) {
        lock.lock();
        try {
            if (closed || watches.size() >= most) {
                throw new ProductionException.TooManyWatchers(watches.size(), most);
            }
            if (!reading) {
                place = log.end();
                reading = true;
                Thread.ofVirtual().name("board-watches").start(this::read);
            }
            var watch = new BoardWatch(selection, this::whole, watches::remove);
            watches.add(watch);
            return watch;
        } finally {
            lock.unlock();
        }
    }

    /** The place is read first: what happens meanwhile is told again. */
    private BoardUpdate whole(BoardWatch watch) {
        String before = place;
        BoardWatch.Selection selection = watch.selection();
        return new BoardUpdate.Whole(
                view.get(
                        selection.reach(),
                        selection.pipeline(),
                        selection.campaign(),
                        selection.cards()),
                before);
    }

    /** What happens while this reads the log waits behind what was missed. */
    private void goOn(BoardWatch watch, String after) throws InterruptedException {
        watch.isUpToDate();
        AssetLog.Steps missed = log.after(after, MOST_MISSED, Duration.ZERO);
        if (!missed.complete()) {
            watch.refresh();
            return;
        }
        tell(watch.tenant(), Set.of(watch), missed, after, BoardWatch::tellFirst);
    }

    private void read() {
        try {
            while (someoneWatches()) {
                String before = place;
                AssetLog.Steps steps = log.after(before, BATCH, WAIT);
                Map<TenantId, Set<BoardWatch>> byTenant =
                        watches.stream()
                                .collect(
                                        Collectors.groupingBy(
                                                BoardWatch::tenant, Collectors.toSet()));
                byTenant.forEach(
                        (tenant, theirs) -> tell(tenant, theirs, steps, before, BoardWatch::tell));
                place = steps.place();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            end(e);
        }
    }

    private boolean someoneWatches() {
        lock.lock();
        try {
            reading = !watches.isEmpty() && !closed;
            return reading;
        } finally {
            lock.unlock();
        }
    }

    /** Whoever watched comes back behind the last place, as soon as the store does. */
    private void end(RuntimeException problem) {
        lock.lock();
        try {
            reading = false;
            List<BoardWatch> ended = List.copyOf(watches);
            watches.clear();
            ended.forEach(watch -> watch.fail(problem));
        } finally {
            lock.unlock();
        }
    }

    private interface Telling {
        void tell(BoardWatch watch, List<BoardUpdate.Changed> updates);
    }

    private void tell(
            TenantId tenant,
            Set<BoardWatch> theirs,
            AssetLog.Steps steps,
            String before,
            Telling telling) {
        Set<AssetId> changed = new LinkedHashSet<>();
        for (AssetLog.Step step : steps.steps()) {
            if (step.tenant().equals(tenant)) {
                step.asset()
                        .ifPresentOrElse(changed::add, () -> theirs.forEach(BoardWatch::refresh));
            }
        }
        List<Versioned<Asset>> shown =
                changed.stream()
                        .filter(id -> commissions.find(tenant, id.campaign()).isPresent())
                        .flatMap(id -> assets.find(tenant, id.value()).stream())
                        .toList();
        if (shown.isEmpty()) {
            return;
        }
        Map<BoardWatch.Selection, List<Assets.StageCount>> counts = new HashMap<>();
        for (BoardWatch watch : theirs) {
            BoardWatch.Selection selection = watch.selection().withoutCards();
            List<Asset> wanted =
                    shown.stream().filter(selection::shows).map(Versioned::value).toList();
            if (!wanted.isEmpty()) {
                var now = counts.computeIfAbsent(selection, this::counts);
                telling.tell(watch, updates(wanted, now, before, steps.place()));
            }
        }
    }

    /** Only the last of them brings its reader to the new place. */
    private static List<BoardUpdate.Changed> updates(
            List<Asset> changed, List<Assets.StageCount> counts, String before, String place) {
        int last = changed.size() - 1;
        return IntStream.rangeClosed(0, last)
                .mapToObj(
                        i ->
                                new BoardUpdate.Changed(
                                        changed.get(i), counts, i == last ? place : before))
                .toList();
    }

    private List<Assets.StageCount> counts(BoardWatch.Selection selection) {
        return assets.stageCounts(
                new Assets.BoardSelection(
                        selection.reach(),
                        selection.pipeline(),
                        selection.campaign(),
                        commissions.fanningOut(selection.reach().tenant())));
    }
}
