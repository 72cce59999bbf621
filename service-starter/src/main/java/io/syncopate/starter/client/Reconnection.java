package io.syncopate.starter.client;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Has a channel look again for a backend that was away, as long as somebody asks for it: gRPC by
 * itself waits longer after each attempt, up to two minutes, in which a backend that is back stays
 * unreachable.
 */
public final class Reconnection implements ClientInterceptor {

    private static final long AT_MOST_EVERY = TimeUnit.SECONDS.toNanos(1);

    private final LongSupplier nanoTime;
    private final AtomicLong last;
    private volatile Runnable lookAgain;

    Reconnection(Runnable lookAgain, LongSupplier nanoTime) {
        this.lookAgain = lookAgain;
        this.nanoTime = nanoTime;
        this.last = new AtomicLong(nanoTime.getAsLong() - AT_MOST_EVERY);
    }

    /** Builds a channel that does so. */
    public static ManagedChannel build(ManagedChannelBuilder<?> builder) {
        var reconnection = new Reconnection(() -> {}, System::nanoTime);
        ManagedChannel channel = builder.intercept(reconnection).build();
        reconnection.lookAgain = channel::resetConnectBackoff;
        return channel;
    }

    @Override
    public <Q, R> ClientCall<Q, R> interceptCall(
            MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
        return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
            @Override
            public void start(Listener<R> listener, Metadata headers) {
                super.start(
                        new SimpleForwardingClientCallListener<>(listener) {
                            @Override
                            public void onClose(Status status, Metadata trailers) {
                                if (status.getCode() == Status.Code.UNAVAILABLE) {
                                    foundNobody();
                                }
                                super.onClose(status, trailers);
                            }
                        },
                        headers);
            }
        };
    }

    /** Looks again, at most once a second. */
    void foundNobody() {
        long now = nanoTime.getAsLong();
        long before = last.get();
        if (now - before >= AT_MOST_EVERY && last.compareAndSet(before, now)) {
            lookAgain.run();
        }
    }
}
