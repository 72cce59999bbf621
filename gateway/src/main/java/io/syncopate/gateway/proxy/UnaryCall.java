package io.syncopate.gateway.proxy;

import com.google.protobuf.DynamicMessage;

import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.syncopate.gateway.backend.Target;
import io.syncopate.starter.call.CallHeaders;

import org.jspecify.annotations.Nullable;

import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

import java.util.concurrent.TimeUnit;

/** One call of a backend as a publisher; cancelling it cancels the call. */
final class UnaryCall {

    private UnaryCall() {}

    /**
     * What a backend answered.
     *
     * @param replay whether it answered an earlier call with the same key, and did nothing now
     */
    record Answer(DynamicMessage message, boolean replay) {}

    /** Fails with {@link StatusRuntimeException} when the backend does not answer OK. */
    static Mono<Answer> to(Target target, DynamicMessage request, Metadata metadata) {
        return Mono.create(
                sink -> {
                    ClientCall<DynamicMessage, DynamicMessage> call =
                            target.backend()
                                    .channel()
                                    .newCall(
                                            target.call(),
                                            CallOptions.DEFAULT.withDeadlineAfter(
                                                    target.backend().deadline().toNanos(),
                                                    TimeUnit.NANOSECONDS));
                    sink.onCancel(() -> call.cancel("the client went away", null));
                    call.start(new Listener(sink), metadata);
                    // two, so that a second message would be seen and refused by the transport
                    call.request(2);
                    call.sendMessage(request);
                    call.halfClose();
                });
    }

    private static final class Listener extends ClientCall.Listener<DynamicMessage> {
        private final MonoSink<Answer> sink;
        private @Nullable DynamicMessage message;
        private boolean replay;

        Listener(MonoSink<Answer> sink) {
            this.sink = sink;
        }

        @Override
        public void onHeaders(Metadata headers) {
            replay = "true".equals(headers.get(CallHeaders.IDEMPOTENT_REPLAY));
        }

        @Override
        public void onMessage(DynamicMessage received) {
            message = received;
        }

        @Override
        public void onClose(Status status, Metadata trailers) {
            if (!status.isOk()) {
                sink.error(new StatusRuntimeException(status, trailers));
            } else if (message == null) {
                sink.error(
                        Status.INTERNAL
                                .withDescription("OK without a message")
                                .asRuntimeException(trailers));
            } else {
                sink.success(new Answer(message, replay));
            }
        }
    }
}
