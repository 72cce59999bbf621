package io.syncopate.starter.call;

import build.buf.protovalidate.Validator;

import io.grpc.BindableService;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerInterceptors;
import io.grpc.ServerServiceDefinition;
import io.syncopate.starter.error.ErrorInterceptor;
import io.syncopate.starter.security.TokenVerifier;

import java.time.Clock;
import java.util.List;

/**
 * What every call passes, outermost first: request id, error mapping, caller, access, validation,
 * command. Errors come second so that what the later ones throw takes the same path as what a
 * handler throws.
 */
public final class GrpcServerInterceptors implements ServerInterceptor {

    private final List<ServerInterceptor> ordered;

    public GrpcServerInterceptors(TokenVerifier verifier, Validator validator, Clock clock) {
        this.ordered =
                List.of(
                        new RequestIdInterceptor(),
                        new ErrorInterceptor(),
                        new CallerInterceptor(verifier),
                        new AccessInterceptor(),
                        new ValidationInterceptor(new RequestRules(validator)),
                        new CommandInterceptor(clock));
    }

    /** Outermost first. */
    public List<ServerInterceptor> ordered() {
        return ordered;
    }

    /**
     * For a server that is built by hand: the service behind all interceptors.
     *
     * @throws IllegalStateException when the contract of a method states no access rule
     */
    public ServerServiceDefinition intercept(BindableService service) {
        ServerServiceDefinition definition = service.bindService();
        requireAccessRules(definition);
        return ServerInterceptors.interceptForward(definition, ordered);
    }

    /**
     * @throws IllegalStateException when the contract of a method states no access rule
     */
    public static void requireAccessRules(ServerServiceDefinition service) {
        AccessRule.requireFor(service);
    }

    /** All of them as one. */
    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        ServerCallHandler<Q, R> handler = next;
        for (ServerInterceptor interceptor : ordered.reversed()) {
            ServerCallHandler<Q, R> inner = handler;
            handler = (each, sent) -> interceptor.interceptCall(each, sent, inner);
        }
        return handler.startCall(call, headers);
    }
}
