package io.syncopate.starter.client;

import io.grpc.EquivalentAddressGroup;
import io.grpc.NameResolver;
import io.grpc.Status;
import io.grpc.StatusOr;

import org.jspecify.annotations.Nullable;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/** Each replica is an address of its own; those whose host is not known at the moment are left out. */
final class StaticNameResolver extends NameResolver {

    private final List<InetSocketAddress> replicas;
    private final @Nullable Executor offload;
    private @Nullable Listener2 listener;

    StaticNameResolver(List<InetSocketAddress> replicas, Args args) {
        this.replicas = replicas;
        this.offload = args.getOffloadExecutor();
    }

    @Override
    public String getServiceAuthority() {
        InetSocketAddress first = replicas.getFirst();
        String host = first.getHostString();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + first.getPort();
    }

    @Override
    public void start(Listener2 told) {
        this.listener = told;
        refresh();
    }

    @Override
    public void refresh() {
        Listener2 told = listener;
        if (told == null) {
            return;
        }
        Runnable looking = () -> told.onResult(resolved());
        if (offload == null) {
            Thread.ofVirtual().start(looking);
        } else {
            offload.execute(looking);
        }
    }

    @Override
    public void shutdown() {
        // holds nothing
    }

    private ResolutionResult resolved() {
        List<EquivalentAddressGroup> found = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (InetSocketAddress replica : replicas) {
            try {
                InetAddress host = InetAddress.getByName(replica.getHostString());
                found.add(
                        new EquivalentAddressGroup(new InetSocketAddress(host, replica.getPort())));
            } catch (UnknownHostException e) {
                unknown.add(replica.getHostString());
            }
        }
        return ResolutionResult.newBuilder()
                .setAddressesOrError(
                        found.isEmpty()
                                ? StatusOr.fromStatus(
                                        Status.UNAVAILABLE.withDescription(
                                                "unknown hosts " + unknown))
                                : StatusOr.fromValue(found))
                .build();
    }
}
