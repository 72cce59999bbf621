package io.syncopate.gateway.passthrough;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.syncopate.gateway.problem.ProblemException;
import io.syncopate.gateway.problem.Problems;
import io.syncopate.gateway.security.Admission;
import io.syncopate.gateway.web.Callers;
import io.syncopate.gateway.web.RequestFacts;
import io.syncopate.kernel.Caller;
import io.syncopate.starter.call.CallHeaders;

import org.jspecify.annotations.Nullable;

import reactor.core.Exceptions;
import reactor.core.publisher.Mono;

import java.util.Optional;

/** Lets nobody through who is not known by a key. Runs on a thread that may wait. */
final class AdmissionInterceptor implements ServerInterceptor {

    private static final Context.Key<Known> KNOWN = Context.key("gateway-caller");
    private static final Metadata.Key<String> AUTHORIZATION = ascii("authorization");
    private static final Metadata.Key<String> API_KEY = ascii("x-api-key");
    private static final Metadata.Key<String> TRACEPARENT = ascii(RequestFacts.TRACEPARENT);
    private static final String BEARER = "Bearer ";

    private final Admission admission;

    /**
     * Who calls.
     *
     * @param again asks anew whom the key stands for; fails when it no longer stands for anybody
     */
    record Known(Caller caller, Mono<Caller> again, RequestFacts facts) {}

    AdmissionInterceptor(Admission admission) {
        this.admission = admission;
    }

    private static Metadata.Key<String> ascii(String name) {
        return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
    }

    /** Of the call that this thread is at. */
    static Known known() {
        return Optional.ofNullable(KNOWN.get())
                .orElseThrow(() -> new IllegalStateException("a call that was not let in"));
    }

    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        var facts =
                RequestFacts.sent(headers.get(CallHeaders.REQUEST_ID), headers.get(TRACEPARENT));
        Known known;
        try {
            known = admit(headers, facts);
        } catch (RuntimeException e) {
            String method = call.getMethodDescriptor().getFullMethodName();
            return GrpcRefusals.close(call, Exceptions.unwrap(e), method, facts);
        }
        return Contexts.interceptCall(
                Context.current().withValue(KNOWN, known), call, headers, next);
    }

    private Known admit(Metadata headers, RequestFacts facts) {
        String key = key(headers);
        if (key == null) {
            throw new ProblemException(
                    Problems.unauthenticated(
                            "Expected a key in the metadata authorization (Bearer syn_…) or"
                                    + " x-api-key."));
        }
        Mono<Caller> again = Callers.orEnded(Mono.defer(() -> admission.byKey(key)));
        Caller caller =
                admission
                        .byKey(key)
                        .blockOptional()
                        .orElseThrow(
                                () ->
                                        new ProblemException(
                                                Problems.unauthenticated(
                                                        "The key is unknown, expired or"
                                                                + " revoked.")));
        return new Known(caller, again, facts);
    }

    private static @Nullable String key(Metadata headers) {
        String authorization = headers.get(AUTHORIZATION);
        if (authorization == null) {
            String key = headers.get(API_KEY);
            return key == null ? null : key.strip();
        }
        boolean bearer = authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
        // another scheme opens nothing, and must not be passed over for another key
        return bearer ? authorization.substring(BEARER.length()).strip() : "";
    }
}
