package io.syncopate.gateway;

import com.google.api.HttpBody;
import com.google.protobuf.ByteString;

import io.grpc.ForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.syncopate.gateway.echo.FollowThingsRequest;
import io.syncopate.gateway.echo.GetThingRequest;
import io.syncopate.gateway.echo.StreamServiceGrpc;
import io.syncopate.gateway.echo.Thing;
import io.syncopate.gateway.echo.ThingEvent;
import io.syncopate.gateway.echo.UploadThingRequest;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

/** Streams whose length, size and end the request says. */
final class EchoStreams extends StreamServiceGrpc.StreamServiceImplBase {

    static final Metadata.Key<String> TRAILER =
            Metadata.Key.of("echo-trailer", Metadata.ASCII_STRING_MARSHALLER);

    private static final Metadata.Key<String> ETAG =
            Metadata.Key.of("etag", Metadata.ASCII_STRING_MARSHALLER);
    private static final Metadata.Key<String> DISPOSITION =
            Metadata.Key.of("content-disposition", Metadata.ASCII_STRING_MARSHALLER);
    private static final Metadata.Key<String> INTERNAL =
            Metadata.Key.of("x-internal", Metadata.ASCII_STRING_MARSHALLER);

    private final AtomicInteger cancelled = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicLong sent = new AtomicLong();

    /** Says of the bytes of every answer what a client shall know, and what it shall not. */
    static final class Headers implements ServerInterceptor {
        @Override
        public <Q, R> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, R> call, Metadata metadata, ServerCallHandler<Q, R> next) {
            return next.startCall(
                    new ForwardingServerCall.SimpleForwardingServerCall<>(call) {
                        @Override
                        public void sendHeaders(Metadata headers) {
                            headers.put(ETAG, "\"bytes-1\"");
                            headers.put(DISPOSITION, "attachment; filename=\"x\"");
                            headers.put(INTERNAL, "secret");
                            super.sendHeaders(headers);
                        }
                    },
                    metadata);
        }
    }

    /** How many streams their client ended. */
    int cancelled() {
        return cancelled.get();
    }

    /** How many go on. */
    int open() {
        return open.get();
    }

    /** How many messages, over all streams. */
    long sent() {
        return sent.get();
    }

    @Override
    public void followThings(FollowThingsRequest request, StreamObserver<ThingEvent> answer) {
        send(request, answer, position -> event(position, request.getSize()));
    }

    @Override
    public void sampleThings(FollowThingsRequest request, StreamObserver<ThingEvent> answer) {
        send(request, answer, position -> event(position, request.getSize()));
    }

    @Override
    public void exportThings(FollowThingsRequest request, StreamObserver<HttpBody> answer) {
        send(
                request,
                answer,
                position ->
                        HttpBody.newBuilder()
                                .setContentType("text/csv")
                                .setData(ByteString.copyFromUtf8(position + ",\"x\"\n"))
                                .build());
    }

    private static ThingEvent event(long position, int size) {
        return ThingEvent.newBuilder()
                .setPosition(position)
                .setThing(
                        Thing.newBuilder()
                                .setName("things/" + position)
                                .setDisplayName("x".repeat(size)))
                .build();
    }

    /** As fast as it is taken, and no faster. */
    private <T> void send(
            FollowThingsRequest request, StreamObserver<T> answer, LongFunction<T> messages) {
        var call = (ServerCallStreamObserver<T>) answer;
        open.incrementAndGet();
        call.setOnCancelHandler(
                () -> {
                    open.decrementAndGet();
                    cancelled.incrementAndGet();
                });
        var state =
                new Object() {
                    long next = request.getAfter() + 1;
                    boolean done;
                };
        long last =
                request.getCount() < 0 ? Long.MAX_VALUE : request.getAfter() + request.getCount();
        call.setOnReadyHandler(
                () -> {
                    while (call.isReady() && state.next <= last) {
                        call.onNext(messages.apply(state.next));
                        state.next++;
                        sent.incrementAndGet();
                    }
                    if (state.next > last && !request.getOpen() && !state.done) {
                        state.done = true;
                        open.decrementAndGet();
                        end(request.getFailWith(), call);
                    }
                });
    }

    private static void end(int code, StreamObserver<?> answer) {
        if (code == 0) {
            answer.onCompleted();
            return;
        }
        var trailers = new Metadata();
        trailers.put(TRAILER, "kept");
        answer.onError(
                Status.fromCodeValue(code)
                        .withDescription("as asked, 100 % – ü")
                        .asRuntimeException(trailers));
    }

    @Override
    public void downloadThing(GetThingRequest request, StreamObserver<HttpBody> answer) {
        answer.onNext(
                HttpBody.newBuilder()
                        .setContentType("image/png")
                        .setData(ByteString.copyFrom(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0}))
                        .build());
        answer.onCompleted();
    }

    @Override
    public void uploadThing(UploadThingRequest request, StreamObserver<Thing> answer) {
        answer.onNext(thing(request.getName(), request.getContent()));
        answer.onCompleted();
    }

    @Override
    public void takeAnything(HttpBody request, StreamObserver<Thing> answer) {
        answer.onNext(thing("", request));
        answer.onCompleted();
    }

    private static Thing thing(String name, HttpBody content) {
        return Thing.newBuilder()
                .setName(name)
                .setDisplayName(content.getContentType())
                .setSomeBytes(content.getData())
                .build();
    }
}
