package com.acme.rooms.room.grpc;

import build.buf.protovalidate.ValidatorFactory;

import com.acme.proto.rooms.v1.RoomServiceGrpc;
import com.acme.proto.rooms.v1.RoomServiceGrpc.RoomServiceBlockingStub;
import com.acme.rooms.TestTokens;
import com.acme.rooms.room.DescribeRoom;
import com.acme.rooms.room.InMemoryRooms;
import com.acme.rooms.room.RetireRoom;

import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.syncopate.kernel.Caller;
import io.syncopate.starter.call.GrpcServerInterceptors;
import io.syncopate.starter.security.TokenVerifier;
import io.syncopate.testkit.kernel.SettableClock;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The contract as it is served, but for network and store. */
final class RoomServer implements AutoCloseable {

    private final SettableClock clock = SettableClock.at("2026-03-02T09:00:00Z");
    private final TestTokens tokens = new TestTokens(clock);
    private final Server server;
    private final ManagedChannel channel;

    RoomServer() {
        var rooms = new InMemoryRooms(clock);
        var service = new RoomGrpcService(rooms, new DescribeRoom(rooms), new RetireRoom(rooms));
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

    RoomServiceBlockingStub as(Caller caller) {
        return anonymous().withInterceptors(tokens.as(caller));
    }

    RoomServiceBlockingStub anonymous() {
        return RoomServiceGrpc.newBlockingStub(channel);
    }

    @Override
    public void close() {
        channel.shutdownNow();
        server.shutdownNow();
    }
}
