package io.syncopate.gateway.passthrough;

import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;
import io.syncopate.gateway.backend.GrpcTarget;
import io.syncopate.gateway.web.RequestFacts;
import io.syncopate.starter.call.CallHeaders;

import org.jspecify.annotations.Nullable;

import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A client's call and the backend's, joined. Each side is read only as fast as the other one takes
 * what was read; when one ends, so does the other.
 */
final class PassedCall {

    private final GrpcTarget target;
    private final RequestFacts facts;
    private final ServerCall<byte[], byte[]> client;
    private final ClientCall<byte[], byte[]> backend;
    private final Requests requests = new Requests();
    private final Answers answers = new Answers();
    private final Sinks.Empty<Void> ended = Sinks.empty();
    private final AtomicBoolean started = new AtomicBoolean();
    private volatile @Nullable Throwable refusal;

    PassedCall(
            GrpcTarget target,
            RequestFacts facts,
            ServerCall<byte[], byte[]> client,
            ClientCall<byte[], byte[]> backend) {
        this.target = target;
        this.facts = facts;
        this.client = client;
        this.backend = backend;
    }

    ServerCall.Listener<byte[]> start(Metadata metadata) {
        started.set(true);
        backend.start(answers, metadata);
        client.request(1);
        backend.request(1);
        return requests;
    }

    /** What the client sends. */
    ServerCall.Listener<byte[]> requests() {
        return requests;
    }

    /** Completes when it has ended, in whichever way. */
    Mono<Void> ended() {
        return ended.asMono();
    }

    /** Ends it from here. */
    void refuse(Throwable why) {
        if (started.get()) {
            // the client's side is used by the backend's callbacks alone: they end it
            refusal = why;
            backend.cancel("ended by the gateway", why);
        } else {
            GrpcRefusals.close(client, why, target.call().getFullMethodName(), facts);
        }
    }

    private final class Requests extends ServerCall.Listener<byte[]> {
        private boolean waiting;

        @Override
        public void onMessage(byte[] message) {
            if (!sent(() -> backend.sendMessage(message))) {
                return;
            }
            synchronized (this) {
                waiting = !backend.isReady();
                if (waiting) {
                    return;
                }
            }
            client.request(1);
        }

        /** The backend takes more. */
        void more() {
            synchronized (this) {
                if (!waiting) {
                    return;
                }
                waiting = false;
            }
            client.request(1);
        }

        @Override
        public void onHalfClose() {
            sent(backend::halfClose);
        }

        /** Not where the gateway ended the call, or is about to. */
        private boolean sent(Runnable sending) {
            if (!started.get()) {
                return false;
            }
            try {
                sending.run();
                return true;
            } catch (IllegalStateException e) {
                if (refusal == null) {
                    throw e;
                }
                return false;
            }
        }

        @Override
        public void onCancel() {
            if (started.get()) {
                backend.cancel("the client went away", null);
            }
            ended.tryEmitEmpty();
        }

        @Override
        public void onReady() {
            answers.more();
        }
    }

    private final class Answers extends ClientCall.Listener<byte[]> {
        private boolean waiting;

        @Override
        public void onHeaders(Metadata headers) {
            headers.discardAll(CallHeaders.REQUEST_ID);
            headers.put(CallHeaders.REQUEST_ID, facts.requestId());
            client.sendHeaders(headers);
        }

        @Override
        public void onMessage(byte[] message) {
            client.sendMessage(message);
            synchronized (this) {
                waiting = !client.isReady();
                if (waiting) {
                    return;
                }
            }
            backend.request(1);
        }

        /** The client takes more. */
        void more() {
            synchronized (this) {
                if (!waiting) {
                    return;
                }
                waiting = false;
            }
            backend.request(1);
        }

        @Override
        public void onReady() {
            requests.more();
        }

        @Override
        public void onClose(Status status, Metadata trailers) {
            ended.tryEmitEmpty();
            if (client.isCancelled()) {
                // also where its message was too large: it has been told so, not that it cancelled
                return;
            }
            String method = target.call().getFullMethodName();
            Throwable why = refusal;
            var end =
                    why == null
                            ? GrpcRefusals.of(status, trailers, target.backend(), method, facts)
                            : GrpcRefusals.of(why, method, facts);
            client.close(end.status(), end.trailers());
        }
    }
}
