package io.syncopate.starter.autoconfigure;

import io.grpc.Server;
import io.grpc.ServerServiceDefinition;

import org.springframework.grpc.server.GrpcServerFactory;

/**
 * Boot makes a network server unless there is a factory for one. This is that factory; nothing asks
 * it for a server, because only Boot's own factories have a lifecycle.
 */
final class NoNetworkGrpcServerFactory implements GrpcServerFactory {

    @Override
    public Server createServer() {
        throw new UnsupportedOperationException("this service has no network server");
    }

    @Override
    public void addService(ServerServiceDefinition service) {
        throw new UnsupportedOperationException("this service has no network server");
    }
}
