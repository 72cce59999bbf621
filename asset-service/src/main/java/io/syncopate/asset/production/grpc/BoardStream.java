package io.syncopate.asset.production.grpc;

import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.syncopate.asset.production.BoardUpdate;
import io.syncopate.asset.production.BoardWatch;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Sends what a watch tells, on a thread of its own, as fast as the client takes it: what it does not
 * take waits in the watch, which is bounded.
 */
final class BoardStream<M> implements Runnable {

    private static final Duration LOOK = Duration.ofSeconds(1);

    private final BoardWatch watch;
    private final ServerCallStreamObserver<M> client;
    private final Function<BoardUpdate, M> write;
    private final Semaphore ready = new Semaphore(0);

    private BoardStream(
            BoardWatch watch, ServerCallStreamObserver<M> client, Function<BoardUpdate, M> write) {
        this.watch = watch;
        this.client = client;
        this.write = write;
    }

    static <M> void start(
            BoardWatch watch, ServerCallStreamObserver<M> client, Function<BoardUpdate, M> write) {
        var stream = new BoardStream<>(watch, client, write);
        client.setOnReadyHandler(stream.ready::release);
        client.setOnCancelHandler(watch::close);
        Thread.ofVirtual().name("board-stream").start(stream);
    }

    @Override
    public void run() {
        try (watch) {
            while (watch.isOpen() && !client.isCancelled()) {
                if (client.isReady()) {
                    watch.next(LOOK).map(write).ifPresent(client::onNext);
                } else {
                    ready.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                }
            }
            if (!client.isCancelled()) {
                client.onError(
                        Status.UNAVAILABLE
                                .withDescription(
                                        "the service stops: watch again behind the last"
                                                + " resume_token")
                                .asRuntimeException());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            if (!client.isCancelled()) {
                client.onError(e);
            }
        }
    }
}
