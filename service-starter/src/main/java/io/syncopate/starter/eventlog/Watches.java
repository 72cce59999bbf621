package io.syncopate.starter.eventlog;

import io.grpc.Context;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.syncopate.kernel.TenantId;
import io.syncopate.proto.api.v1.Event;
import io.syncopate.proto.api.v1.WatchRequest;
import io.syncopate.proto.api.v1.WatchResponse;

import org.bson.Document;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The open streams of the feed. They end when the context begins to close, before the server waits
 * for its calls; whoever watched goes on elsewhere with the last cursor.
 */
public final class Watches implements ApplicationListener<ContextClosedEvent> {

    private static final int BATCH = 100;
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final long SIGN_OF_LIFE_NANOS = Duration.ofSeconds(15).toNanos();

    private final EventFeed feed;
    private final EventMapper mapper;
    private volatile boolean running = true;

    Watches(EventFeed feed, EventMapper mapper) {
        this.feed = feed;
        this.mapper = mapper;
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent closing) {
        running = false;
    }

    /** Answers on a thread of its own until the caller or this process goes away. */
    void open(
            TenantId tenant,
            WatchRequest request,
            ServerCallStreamObserver<WatchResponse> observer) {
        Cursors cursors =
                request.getAfter().isEmpty()
                        ? Cursors.at(feed.last(EventFeed.ALL_PARTITIONS))
                        : Cursors.parse("after", request.getAfter());
        Watch watch = new Watch(tenant, request, observer, cursors);
        observer.setOnReadyHandler(watch::wakeUp);
        observer.setOnCancelHandler(watch::wakeUp);
        Thread.ofVirtual().name("event-watch").start(Context.current().wrap(watch));
    }

    private final class Watch implements Runnable {
        private final TenantId tenant;
        private final WatchRequest request;
        private final ServerCallStreamObserver<WatchResponse> observer;
        private final Cursors cursors;
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition changed = lock.newCondition();

        Watch(
                TenantId tenant,
                WatchRequest request,
                ServerCallStreamObserver<WatchResponse> observer,
                Cursors cursors) {
            this.tenant = tenant;
            this.request = request;
            this.observer = observer;
            this.cursors = cursors;
        }

        void wakeUp() {
            lock.lock();
            try {
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void run() {
            try {
                send(WatchResponse.newBuilder());
                watch();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                if (!observer.isCancelled()) {
                    observer.onError(e);
                }
                return;
            }
            if (!observer.isCancelled()) {
                observer.onError(
                        Status.UNAVAILABLE
                                .withDescription("the service stops; go on with the last cursor")
                                .asRuntimeException());
            }
        }

        private void watch() throws InterruptedException {
            long lastSent = System.nanoTime();
            while (running && !observer.isCancelled()) {
                List<Document> found = feed.read(tenant, cursors.positions(), BATCH, LOOK);
                for (Document entry : found) {
                    cursors.saw(entry);
                    Event event = mapper.toEvent(entry);
                    if (isWanted(event)) {
                        send(WatchResponse.newBuilder().setEvent(event));
                        lastSent = System.nanoTime();
                    }
                }
                if (System.nanoTime() - lastSent > SIGN_OF_LIFE_NANOS) {
                    send(WatchResponse.newBuilder());
                    lastSent = System.nanoTime();
                }
            }
        }

        private boolean isWanted(Event event) {
            return (request.getSubjectPrefixesCount() == 0
                            || request.getSubjectPrefixesList().stream()
                                    .anyMatch(event.getSubject()::startsWith))
                    && (request.getTypesCount() == 0
                            || request.getTypesList().contains(event.getType()));
        }

        /** Waits for a slow reader: what it has not taken stays in the log, not in memory. */
        private void send(WatchResponse.Builder response) throws InterruptedException {
            lock.lock();
            try {
                while (running && !observer.isReady() && !observer.isCancelled()) {
                    changed.await(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                }
            } finally {
                lock.unlock();
            }
            if (running && !observer.isCancelled()) {
                observer.onNext(response.setCursor(cursors.toString()).build());
            }
        }
    }
}
