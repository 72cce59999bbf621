package io.syncopate.starter.eventlog;

import org.bson.Document;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** A relay's steps, of which one kills the relay: just before or just after it took effect. */
final class DyingStore implements RelayStore {

    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private final RelayStore store;
    private final int fatalStep;
    private final boolean afterEffect;
    private int steps;

    DyingStore(RelayStore store, int fatalStep, boolean afterEffect) {
        this.store = store;
        this.fatalStep = fatalStep;
        this.afterEffect = afterEffect;
    }

    @Override
    public boolean hold(int partition) {
        return step(() -> store.hold(partition));
    }

    @Override
    public void release() {
        step(
                () -> {
                    store.release();
                    return true;
                });
    }

    @Override
    public List<Pending> pending(Set<Integer> partitions, int limit) {
        return step(() -> store.pending(partitions, limit));
    }

    @Override
    public long lastPosition(int partition) {
        return step(() -> store.lastPosition(partition));
    }

    @Override
    public Optional<Document> logged(Document event) {
        return step(() -> store.logged(event));
    }

    @Override
    public void countOn(Pending pending) {
        step(
                () -> {
                    store.countOn(pending);
                    return true;
                });
    }

    /** Dies after its first event when it is to die after the effect: a batch is no transaction. */
    @Override
    public void append(List<Document> events) {
        steps++;
        if (steps == fatalStep) {
            if (afterEffect) {
                store.append(events.subList(0, 1));
            }
            throw new Killed();
        }
        store.append(events);
    }

    @Override
    public void settle(Pending relayed) {
        step(
                () -> {
                    store.settle(relayed);
                    return true;
                });
    }

    private <R> R step(Supplier<R> effect) {
        steps++;
        if (steps == fatalStep && !afterEffect) {
            throw new Killed();
        }
        R result = effect.get();
        if (steps == fatalStep) {
            throw new Killed();
        }
        return result;
    }
}
