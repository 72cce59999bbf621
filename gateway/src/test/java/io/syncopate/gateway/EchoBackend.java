package io.syncopate.gateway;

import com.google.protobuf.Empty;

import io.grpc.Context;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerInterceptors;
import io.grpc.Status;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import io.grpc.stub.StreamObserver;
import io.syncopate.gateway.echo.CarelessServiceGrpc;
import io.syncopate.gateway.echo.CreateThingRequest;
import io.syncopate.gateway.echo.DeleteThingRequest;
import io.syncopate.gateway.echo.EchoServiceGrpc;
import io.syncopate.gateway.echo.EchoThingRequest;
import io.syncopate.gateway.echo.GetThingRequest;
import io.syncopate.gateway.echo.GreedyServiceGrpc;
import io.syncopate.gateway.echo.ListThingsRequest;
import io.syncopate.gateway.echo.ListThingsResponse;
import io.syncopate.gateway.echo.Thing;
import io.syncopate.gateway.echo.UpdateThingRequest;
import io.syncopate.kernel.StaleEtagException;
import io.syncopate.starter.call.CallContext;
import io.syncopate.starter.call.GrpcServerInterceptors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** A backend that says what it was sent, guarded as every service of the platform is. */
final class EchoBackend implements AutoCloseable {

    static final String ETAG = "v1";

    private final EchoStreams streams = new EchoStreams();
    private final Server server;
    private final AtomicReference<Watched> next = new AtomicReference<>(new Watched());
    private final AtomicReference<Metadata> sent = new AtomicReference<>(new Metadata());

    /** One call of {@code EchoThing}. */
    static final class Watched {
        private final CountDownLatch called = new CountDownLatch(1);
        private final CountDownLatch cancelled = new CountDownLatch(1);
        private final AtomicBoolean answered = new AtomicBoolean();

        boolean began() throws InterruptedException {
            return called.await(10, TimeUnit.SECONDS);
        }

        /** Before the answer was ready. */
        boolean wasCancelled() throws InterruptedException {
            return cancelled.await(10, TimeUnit.SECONDS);
        }
    }

    /** In this process, without a network. */
    EchoBackend(String name, GrpcServerInterceptors interceptors) {
        this(InProcessServerBuilder.forName(name), interceptors);
    }

    /** On any port that is free. */
    static EchoBackend onTheNetwork(GrpcServerInterceptors interceptors) {
        return new EchoBackend(
                NettyServerBuilder.forAddress(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                        .maxInboundMessageSize(16 << 20),
                interceptors);
    }

    private EchoBackend(ServerBuilder<?> builder, GrpcServerInterceptors interceptors) {
        builder.executor(Executors.newVirtualThreadPerTaskExecutor())
                .addService(ProtoReflectionServiceV1.newInstance());
        builder.addService(
                ServerInterceptors.intercept(interceptors.intercept(new Echo()), new Sent()));
        builder.addService(
                ServerInterceptors.intercept(
                        interceptors.intercept(streams), new EchoStreams.Headers()));
        // without interceptors: the starter refuses a method that says nothing of who may call
        builder.addService(new GreedyServiceGrpc.GreedyServiceImplBase() {});
        builder.addService(new Careless());
        try {
            this.server = builder.build().start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.getPort();
    }

    /** The one that comes next; nobody else may make one meanwhile. */
    Watched watchNextCall() {
        var watched = new Watched();
        next.set(watched);
        return watched;
    }

    /** Beside the request of the last call that was not a stream. */
    Metadata sent() {
        return sent.get();
    }

    EchoStreams streams() {
        return streams;
    }

    @Override
    public void close() {
        server.shutdownNow();
    }

    private final class Sent implements ServerInterceptor {
        @Override
        public <Q, R> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, R> call, Metadata metadata, ServerCallHandler<Q, R> next) {
            sent.set(metadata);
            return next.startCall(call, metadata);
        }
    }

    private final class Echo extends EchoServiceGrpc.EchoServiceImplBase {

        @Override
        public void getThing(GetThingRequest request, StreamObserver<Thing> answer) {
            send(
                    answer,
                    Thing.newBuilder()
                            .setName(request.getName())
                            .setDisplayName(String.valueOf(CallContext.caller().uid()))
                            .setEtag(ETAG)
                            .build());
        }

        @Override
        public void getTags(GetThingRequest request, StreamObserver<Thing> answer) {
            send(answer, Thing.newBuilder().addTags(request.getName()).build());
        }

        @Override
        public void listThings(
                ListThingsRequest request, StreamObserver<ListThingsResponse> answer) {
            send(answer, ListThingsResponse.newBuilder().setAsked(request).build());
        }

        @Override
        public void createThing(CreateThingRequest request, StreamObserver<Thing> answer) {
            send(
                    answer,
                    request.getThing().toBuilder()
                            .setName("things/" + request.getThingId())
                            .addTags(request.getRequestId())
                            .build());
        }

        @Override
        public void updateThing(UpdateThingRequest request, StreamObserver<Thing> answer) {
            String etag = request.getThing().getEtag();
            if (!etag.isEmpty() && !etag.equals(ETAG)) {
                throw new StaleEtagException(request.getThing().getName(), etag, ETAG);
            }
            send(answer, request.getThing().toBuilder().setEtag("v2").build());
        }

        @Override
        public void deleteThing(DeleteThingRequest request, StreamObserver<Empty> answer) {
            send(answer, Empty.getDefaultInstance());
        }

        @Override
        public void echoThing(EchoThingRequest request, StreamObserver<Thing> answer) {
            Watched watched = next.getAndSet(new Watched());
            Context.current()
                    .addListener(
                            _ -> {
                                if (!watched.answered.get()) {
                                    watched.cancelled.countDown();
                                }
                            },
                            Runnable::run);
            watched.called.countDown();
            if (request.getFailWith() != 0) {
                throw Status.fromCodeValue(request.getFailWith())
                        .withDescription("secret words")
                        .asRuntimeException();
            }
            try {
                Thread.sleep(request.getDelayMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            watched.answered.set(true);
            send(answer, request.getThing());
        }
    }

    private static final class Careless extends CarelessServiceGrpc.CarelessServiceImplBase {

        @Override
        public void settleThings(ListThingsRequest request, StreamObserver<Thing> answer) {
            send(answer, Thing.newBuilder().setName("things/settled").build());
        }
    }

    private static <T> void send(StreamObserver<T> answer, T message) {
        answer.onNext(message);
        answer.onCompleted();
    }
}
