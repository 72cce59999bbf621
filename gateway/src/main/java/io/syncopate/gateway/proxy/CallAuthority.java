package io.syncopate.gateway.proxy;

import io.grpc.Metadata;
import io.syncopate.gateway.backend.Backend;
import io.syncopate.gateway.problem.ProblemException;
import io.syncopate.gateway.problem.Problems;
import io.syncopate.gateway.security.InternalTokens;
import io.syncopate.gateway.web.RequestFacts;
import io.syncopate.kernel.Caller;
import io.syncopate.kernel.Scope;
import io.syncopate.starter.call.AccessRule;
import io.syncopate.starter.call.CallHeaders;

import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Duration;
import java.util.Optional;

/** In whose name a backend is called, and whether they may. */
public final class CallAuthority {

    private static final Metadata.Key<String> AUTHORIZATION = ascii("authorization");
    private static final Metadata.Key<String> TRACEPARENT = ascii("traceparent");

    /** With the seconds that an answer is remembered, a revocation acts within five. */
    private static final Duration ASK_AGAIN = Duration.ofSeconds(1);

    private final InternalTokens tokens;

    CallAuthority(InternalTokens tokens) {
        this.tokens = tokens;
    }

    private static Metadata.Key<String> ascii(String name) {
        return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
    }

    /**
     * The backend holds the caller to it as well; a foreign one may forget to. Who comes through here
     * is a person: services go to each other without the gateway.
     *
     * @throws ProblemException the caller may not
     */
    public static void require(Caller caller, AccessRule access) {
        if (access.servicesOnly()) {
            throw new ProblemException(
                    Problems.forbidden(
                            "PERMISSION_MISSING",
                            "The permission "
                                    + access.permission()
                                    + " is for services in their own name alone."));
        }
        Optional<Scope> held = caller.scopeOf(access.permission());
        if (held.isEmpty() || !held.get().covers(access.scope())) {
            throw new ProblemException(
                    Problems.forbidden(
                            "PERMISSION_MISSING",
                            "The caller lacks the permission "
                                    + access.permission()
                                    + " over "
                                    + access.scope()
                                    + "."));
        }
    }

    /**
     * Fails when the request's credential or the caller's permission ends while a call goes on, else
     * never completes. A database that is away ends nothing.
     *
     * @param again asks whom the credential stands for by now
     */
    public static <T> Mono<T> lost(Mono<Caller> again, AccessRule access) {
        return Flux.interval(ASK_AGAIN)
                .onBackpressureDrop()
                .concatMap(
                        _ ->
                                again.doOnNext(caller -> require(caller, access))
                                        .onErrorResume(
                                                e -> !(e instanceof ProblemException),
                                                _ -> Mono.empty()))
                .then(Mono.never());
    }

    /** What tells the backend who calls and what the request belongs to. */
    public Metadata metadata(ServerWebExchange exchange, Caller caller, Backend backend) {
        return metadata(RequestFacts.of(exchange), caller, backend);
    }

    /** The same for a request that is none of HTTP's. */
    public Metadata metadata(RequestFacts facts, Caller caller, Backend backend) {
        var metadata = new Metadata();
        metadata.put(AUTHORIZATION, "Bearer " + tokens.of(caller, backend.name()).text());
        metadata.put(CallHeaders.REQUEST_ID, facts.requestId());
        metadata.put(TRACEPARENT, facts.traceparent());
        return metadata;
    }
}
