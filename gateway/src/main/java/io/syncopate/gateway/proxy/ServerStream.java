package io.syncopate.gateway.proxy;

import com.google.protobuf.DynamicMessage;

import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.syncopate.gateway.backend.Target;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * One call of a backend that answers with any number of messages. It sends as many as were asked
 * for; cancelling ends the call.
 */
final class ServerStream {

    private final Target target;
    private final DynamicMessage request;
    private final Metadata metadata;
    private final Duration deadline;
    private volatile Metadata headers = new Metadata();

    ServerStream(Target target, DynamicMessage request, Metadata metadata, Duration deadline) {
        this.target = target;
        this.request = request;
        this.metadata = metadata;
        this.deadline = deadline;
    }

    /** What came before the first message; nothing before that. */
    Metadata sentHeaders() {
        return headers;
    }

    /**
     * Makes the call, once. Fails with {@link StatusRuntimeException} when it does not end with OK.
     */
    Flux<DynamicMessage> messages() {
        return Flux.defer(
                () -> {
                    // holds no more than was asked for
                    Sinks.Many<DynamicMessage> received =
                            Sinks.many().unicast().onBackpressureBuffer();
                    ClientCall<DynamicMessage, DynamicMessage> call =
                            target.backend()
                                    .channel()
                                    .newCall(
                                            target.call(),
                                            CallOptions.DEFAULT.withDeadlineAfter(
                                                    deadline.toNanos(), TimeUnit.NANOSECONDS));
                    call.start(new Listener(received), metadata);
                    call.sendMessage(request);
                    call.halfClose();
                    return received.asFlux()
                            .doOnRequest(n -> call.request((int) Math.min(n, Integer.MAX_VALUE)))
                            .doOnCancel(() -> call.cancel("the client went away", null));
                });
    }

    private final class Listener extends ClientCall.Listener<DynamicMessage> {
        private final Sinks.Many<DynamicMessage> received;

        Listener(Sinks.Many<DynamicMessage> received) {
            this.received = received;
        }

        @Override
        public void onHeaders(Metadata sent) {
            headers = sent;
        }

        @Override
        public void onMessage(DynamicMessage message) {
            // refused only when nobody listens any more
            received.tryEmitNext(message);
        }

        @Override
        public void onClose(Status status, Metadata trailers) {
            if (status.isOk()) {
                received.tryEmitComplete();
            } else {
                received.tryEmitError(new StatusRuntimeException(status, trailers));
            }
        }
    }
}
