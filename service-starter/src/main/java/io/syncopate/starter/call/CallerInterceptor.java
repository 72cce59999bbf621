package io.syncopate.starter.call;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.syncopate.starter.security.TokenVerifier;
import io.syncopate.starter.security.UnauthenticatedException;

/** Tells the caller from the internal token; without one nobody gets further. */
final class CallerInterceptor implements ServerInterceptor {

    static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
    private static final String BEARER = "Bearer ";

    private final TokenVerifier verifier;

    CallerInterceptor(TokenVerifier verifier) {
        this.verifier = verifier;
    }

    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        if (OpenServices.contains(call.getMethodDescriptor().getServiceName())) {
            return next.startCall(call, headers);
        }
        String authorization = headers.get(AUTHORIZATION);
        if (authorization == null || !authorization.startsWith(BEARER)) {
            throw new UnauthenticatedException(
                    "no token: expected the metadata 'authorization: Bearer <token>'");
        }
        String token = authorization.substring(BEARER.length());
        Context context =
                Context.current()
                        .withValues(
                                CallContext.CALLER,
                                verifier.verify(token),
                                CallContext.TOKEN,
                                token);
        return Contexts.interceptCall(context, call, headers, next);
    }
}
