package io.syncopate.asset.production;

import io.syncopate.kernel.Reach;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Versioned;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One who watches a board. What was not taken yet waits here up to a number; who is slower than that
 * gets the whole board again in place of what was missed.
 */
public final class BoardWatch implements AutoCloseable {

    private static final int MOST_WAITING = 256;

    private final Selection selection;
    private final Function<BoardWatch, BoardUpdate> whole;
    private final Consumer<BoardWatch> onClose;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<BoardUpdate.Changed> waiting = new ArrayDeque<>();
    private boolean wholeIsDue = true;
    private boolean closed;
    private @Nullable RuntimeException failure;

    BoardWatch(
            Selection selection,
            Function<BoardWatch, BoardUpdate> whole,
            Consumer<BoardWatch> onClose) {
        this.selection = selection;
        this.whole = whole;
        this.onClose = onClose;
    }

    /**
     * Which board.
     *
     * @param reach whose board it is
     * @param campaign empty for all campaigns
     * @param cards how many assets a column of a whole board shows at most
     */
    public record Selection(Reach reach, String pipeline, Optional<String> campaign, int cards) {

        boolean shows(Versioned<Asset> stored) {
            Asset asset = stored.value();
            return reach.covers(stored.ownership())
                    && asset.deliverable().pipeline().equals(pipeline)
                    && campaign.filter(id -> !id.equals(asset.id().campaign())).isEmpty();
        }

        /** The same for all who watch the same assets, however many cards they want. */
        Selection withoutCards() {
            return new Selection(reach, pipeline, campaign, 0);
        }
    }

    TenantId tenant() {
        return selection.reach().tenant();
    }

    Selection selection() {
        return selection;
    }

    /**
     * The next thing to tell; the whole board at first.
     *
     * @return empty when nothing happened for that long, and once it is closed
     */
    public Optional<BoardUpdate> next(Duration wait) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = wait.toNanos();
            while (!closed && failure == null && !wholeIsDue && waiting.isEmpty() && left > 0) {
                left = changed.awaitNanos(left);
            }
            if (failure != null) {
                throw failure;
            }
            if (closed) {
                return Optional.empty();
            }
            if (!wholeIsDue) {
                return Optional.ofNullable(waiting.poll());
            }
            wholeIsDue = false;
            waiting.clear();
        } finally {
            lock.unlock();
        }
        return Optional.of(whole.apply(this));
    }

    public boolean isOpen() {
        lock.lock();
        try {
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    /** Frees what is held for it; can be called at any time, from any thread. */
    @Override
    public void close() {
        onClose.accept(this);
        change(() -> closed = true);
    }

    void tell(List<BoardUpdate.Changed> updates) {
        change(() -> add(updates));
    }

    /** As {@link #tell}, before all that waits already. */
    void tellFirst(List<BoardUpdate.Changed> updates) {
        change(
                () -> {
                    List<BoardUpdate.Changed> later = List.copyOf(waiting);
                    waiting.clear();
                    add(updates);
                    add(later);
                });
    }

    private void add(List<BoardUpdate.Changed> updates) {
        wholeIsDue |= waiting.size() + updates.size() > MOST_WAITING;
        if (!wholeIsDue) {
            waiting.addAll(updates);
        }
    }

    /** The board changed as a whole. */
    void refresh() {
        change(() -> wholeIsDue = true);
    }

    /** Its reader has all but what comes now. */
    void isUpToDate() {
        change(() -> wholeIsDue = false);
    }

    void fail(RuntimeException problem) {
        change(() -> failure = problem);
    }

    private void change(Runnable what) {
        lock.lock();
        try {
            what.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
