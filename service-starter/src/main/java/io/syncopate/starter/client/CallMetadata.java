package io.syncopate.starter.client;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.syncopate.starter.call.CallContext;
import io.syncopate.starter.call.CallHeaders;

/** Sends the token for the backend, and the request id that the call belongs to. */
final class CallMetadata implements ClientInterceptor {

    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    private final String backend;
    private final OutgoingTokens tokens;

    CallMetadata(String backend, OutgoingTokens tokens) {
        this.backend = backend;
        this.tokens = tokens;
    }

    @Override
    public <Q, R> ClientCall<Q, R> interceptCall(
            MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
        String token = tokens.tokenFor(backend);
        return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
            @Override
            public void start(Listener<R> listener, Metadata headers) {
                headers.put(AUTHORIZATION, "Bearer " + token);
                CallContext.requestId().ifPresent(id -> headers.put(CallHeaders.REQUEST_ID, id));
                super.start(listener, headers);
            }
        };
    }
}
