package com.acme.rooms;

import build.buf.protovalidate.ValidatorFactory;

import io.grpc.BindableService;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.syncopate.kernel.Caller;
import io.syncopate.starter.call.GrpcServerInterceptors;
import io.syncopate.starter.security.TokenVerifier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;

/** A service as it is served, but for the network. */
public final class ServedContract implements AutoCloseable {

    private final TestTokens tokens;
    private final Server server;
    private final ManagedChannel channel;

    public ServedContract(BindableService service, Clock clock) {
        tokens = new TestTokens(clock);
        var interceptors =
                new GrpcServerInterceptors(
                        new TokenVerifier(
                                tokens.keys(), TestTokens.ISSUER, TestTokens.AUDIENCE, clock),
                        ValidatorFactory.newBuilder().build(),
                        clock);
        String name = InProcessServerBuilder.generateName();
        try {
            server =
                    InProcessServerBuilder.forName(name)
                            .directExecutor()
                            .addService(interceptors.intercept(service))
                            .build()
                            .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        channel = InProcessChannelBuilder.forName(name).directExecutor().build();
    }

    public Channel as(Caller caller) {
        return ClientInterceptors.intercept(channel, tokens.as(caller));
    }

    public Channel anonymous() {
        return channel;
    }

    @Override
    public void close() {
        channel.shutdownNow();
        server.shutdownNow();
    }
}
