package io.syncopate.starter.call;

import com.google.protobuf.Message;

import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;

/** Refuses a message that breaks its contract's rules before a handler sees it. */
final class ValidationInterceptor implements ServerInterceptor {

    private final RequestRules rules;

    ValidationInterceptor(RequestRules rules) {
        this.rules = rules;
    }

    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        ServerCall.Listener<Q> listener = next.startCall(call, headers);
        if (OpenServices.contains(call.getMethodDescriptor().getServiceName())) {
            return listener;
        }
        return new SimpleForwardingServerCallListener<>(listener) {
            @Override
            public void onMessage(Q message) {
                if (message instanceof Message request) {
                    rules.check(request);
                }
                super.onMessage(message);
            }
        };
    }
}
