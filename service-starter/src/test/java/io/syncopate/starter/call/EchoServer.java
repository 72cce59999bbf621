package io.syncopate.starter.call;

import build.buf.protovalidate.ValidatorFactory;

import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.stub.StreamObserver;
import io.syncopate.proto.echo.v1.EchoRequest;
import io.syncopate.proto.echo.v1.EchoResponse;
import io.syncopate.proto.echo.v1.EchoServiceGrpc;
import io.syncopate.starter.security.TestIssuer;
import io.syncopate.starter.security.TokenVerifier;
import io.syncopate.testkit.kernel.SettableClock;

import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** An echo service behind all interceptors, in process, whose answers a test decides. */
final class EchoServer implements AutoCloseable {

    final SettableClock clock = SettableClock.at("2026-03-02T09:00:00Z");
    final TestIssuer issuer = new TestIssuer(clock);
    final ManagedChannel channel;
    private final Server server;
    private volatile Function<EchoRequest, String> handler = EchoRequest::getText;

    EchoServer() throws IOException {
        String name = InProcessServerBuilder.generateName();
        GrpcServerInterceptors interceptors =
                new GrpcServerInterceptors(
                        new TokenVerifier(issuer, TestIssuer.NAME, "echo", clock),
                        ValidatorFactory.newBuilder().build(),
                        clock);
        server =
                InProcessServerBuilder.forName(name)
                        .executor(Executors.newVirtualThreadPerTaskExecutor())
                        .addService(interceptors.intercept(new Echo()))
                        .build()
                        .start();
        channel = InProcessChannelBuilder.forName(name).build();
    }

    void answering(Function<EchoRequest, String> with) {
        this.handler = with;
    }

    @Override
    public void close() {
        channel.shutdownNow();
        server.shutdownNow();
    }

    private final class Echo extends EchoServiceGrpc.EchoServiceImplBase {
        @Override
        public void getEcho(EchoRequest request, StreamObserver<EchoResponse> answers) {
            answer(request, answers);
            answers.onCompleted();
        }

        @Override
        public void createEcho(EchoRequest request, StreamObserver<EchoResponse> answers) {
            answer(request, answers);
            answers.onCompleted();
        }

        /** Answers once, then hands what the second answer throws to the observer. */
        @Override
        public void watchEcho(EchoRequest request, StreamObserver<EchoResponse> answers) {
            answers.onNext(EchoResponse.newBuilder().setText("first").build());
            try {
                answer(request, answers);
                answers.onCompleted();
            } catch (RuntimeException e) {
                answers.onError(e);
            }
        }

        private void answer(EchoRequest request, StreamObserver<EchoResponse> answers) {
            answers.onNext(EchoResponse.newBuilder().setText(handler.apply(request)).build());
        }
    }
}
