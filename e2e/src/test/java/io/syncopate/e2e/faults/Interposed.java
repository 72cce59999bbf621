package io.syncopate.e2e.faults;

import io.grpc.CallOptions;
import io.grpc.ClientInterceptors;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.HandlerRegistry;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerMethodDefinition;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Stands between a service and another that it calls: hands calls on as they are, and has something
 * happen to the one that a test waits for.
 */
final class Interposed implements AutoCloseable {

    private static final Context.Key<Metadata> HEADERS = Context.key("headers");

    private final ManagedChannel onward;
    private final Server server;
    private final Map<String, Armed> armed = new ConcurrentHashMap<>();

    /** What happens to one call; the call goes on when its supplier is asked. */
    interface Incident {
        byte[] happen(Supplier<byte[]> call);
    }

    private record Armed(Incident incident, CompletableFuture<Void> happened) {}

    /** @param port at which the other service listens on this machine */
    Interposed(int port) {
        this.onward = ManagedChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
        this.server =
                NettyServerBuilder.forAddress(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                        .executor(Executors.newVirtualThreadPerTaskExecutor())
                        .intercept(new KeepingHeaders())
                        .fallbackHandlerRegistry(new EveryMethod())
                        .build();
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.getPort();
    }

    /**
     * The next call of this method meets the incident; the answer ends when it has.
     *
     * @param method full name, such as {@code package.Service/Method}
     */
    CompletableFuture<Void> arm(String method, Incident incident) {
        var happened = new CompletableFuture<Void>();
        armed.put(method, new Armed(incident, happened));
        return happened;
    }

    private byte[] handle(MethodDescriptor<byte[], byte[]> method, byte[] request) {
        Metadata headers = HEADERS.get();
        Supplier<byte[]> call =
                () ->
                        ClientCalls.blockingUnaryCall(
                                ClientInterceptors.intercept(
                                        onward, MetadataUtils.newAttachHeadersInterceptor(headers)),
                                method,
                                CallOptions.DEFAULT,
                                request);
        Armed waiting = armed.remove(method.getFullMethodName());
        if (waiting == null) {
            return call.get();
        }
        try {
            return waiting.incident().happen(call);
        } finally {
            waiting.happened().complete(null);
        }
    }

    @Override
    public void close() {
        server.shutdownNow();
        onward.shutdownNow();
    }

    private static final class KeepingHeaders implements ServerInterceptor {

        @Override
        public <Q, A> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
            var own = new Metadata();
            own.merge(headers);
            return Contexts.interceptCall(
                    Context.current().withValue(HEADERS, own), call, headers, next);
        }
    }

    /** The services between which it stands have unary methods for each other alone. */
    private final class EveryMethod extends HandlerRegistry {

        @Override
        public ServerMethodDefinition<?, ?> lookupMethod(String name, @Nullable String authority) {
            MethodDescriptor<byte[], byte[]> method =
                    MethodDescriptor.newBuilder(Bytes.AS_THEY_ARE, Bytes.AS_THEY_ARE)
                            .setType(MethodDescriptor.MethodType.UNARY)
                            .setFullMethodName(name)
                            .build();
            return ServerMethodDefinition.create(
                    method,
                    ServerCalls.asyncUnaryCall(
                            (byte[] request, StreamObserver<byte[]> caller) -> {
                                byte[] answer;
                                try {
                                    answer = handle(method, request);
                                } catch (StatusRuntimeException e) {
                                    caller.onError(e);
                                    return;
                                }
                                caller.onNext(answer);
                                caller.onCompleted();
                            }));
        }
    }

    private enum Bytes implements MethodDescriptor.Marshaller<byte[]> {
        AS_THEY_ARE;

        @Override
        public InputStream stream(byte[] value) {
            return new ByteArrayInputStream(value);
        }

        @Override
        public byte[] parse(InputStream stream) {
            try {
                return stream.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
