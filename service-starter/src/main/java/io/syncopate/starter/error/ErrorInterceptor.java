package io.syncopate.starter.error;

import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Maps what is thrown behind it, on whichever callback, and what a handler hands to {@code
 * StreamObserver.onError}. A call is closed once.
 */
public final class ErrorInterceptor implements ServerInterceptor {

    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        MappingCall<Q, R> mapping = new MappingCall<>(call);
        try {
            return new MappingListener<>(next.startCall(mapping, headers), mapping);
        } catch (RuntimeException | Error e) {
            mapping.fail(e);
            return new ServerCall.Listener<>() {};
        }
    }

    private static final class MappingCall<Q, R> extends SimpleForwardingServerCall<Q, R> {
        private final AtomicBoolean closed = new AtomicBoolean();

        MappingCall(ServerCall<Q, R> call) {
            super(call);
        }

        @Override
        public void close(Status status, Metadata trailers) {
            Throwable cause = status.getCause();
            // What a StreamObserver is given as an error arrives as UNKNOWN with that cause.
            if (cause != null && status.getCode() == Status.Code.UNKNOWN) {
                fail(cause);
            } else if (closed.compareAndSet(false, true)) {
                super.close(status, trailers);
            }
        }

        void fail(Throwable thrown) {
            StatusRuntimeException told =
                    GrpcErrors.toStatus(thrown, getMethodDescriptor().getFullMethodName());
            if (closed.compareAndSet(false, true)) {
                super.close(told.getStatus(), trailers(told.getTrailers()));
            }
        }

        private static Metadata trailers(@Nullable Metadata trailers) {
            return trailers == null ? new Metadata() : trailers;
        }
    }

    private static final class MappingListener<Q> extends SimpleForwardingServerCallListener<Q> {
        private final MappingCall<Q, ?> call;

        MappingListener(ServerCall.Listener<Q> listener, MappingCall<Q, ?> call) {
            super(listener);
            this.call = call;
        }

        @Override
        public void onMessage(Q message) {
            mapping(() -> super.onMessage(message));
        }

        @Override
        public void onHalfClose() {
            mapping(super::onHalfClose);
        }

        @Override
        public void onReady() {
            mapping(super::onReady);
        }

        private void mapping(Runnable callback) {
            if (call.closed.get()) {
                return;
            }
            try {
                callback.run();
            } catch (RuntimeException | Error e) {
                call.fail(e);
            }
        }
    }
}
