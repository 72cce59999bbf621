package io.syncopate.gateway.web;

import io.syncopate.gateway.problem.ProblemException;
import io.syncopate.gateway.problem.Problems;
import io.syncopate.kernel.Caller;

import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.Optional;

/** Who makes a request, once it is known. */
public final class Callers {

    private static final String ATTRIBUTE = Callers.class.getName();

    private record Known(Caller caller, Mono<Caller> again) {}

    private Callers() {}

    /**
     * @param again asks anew whom the credential stands for; empty when it no longer does
     */
    static void set(ServerWebExchange exchange, Caller caller, Mono<Caller> again) {
        exchange.getAttributes().put(ATTRIBUTE, new Known(caller, again));
    }

    static Optional<Caller> find(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.<Known>getAttribute(ATTRIBUTE)).map(Known::caller);
    }

    /**
     * @throws ProblemException nobody is known
     */
    public static Caller of(ServerWebExchange exchange) {
        return find(exchange)
                .orElseThrow(
                        () ->
                                new ProblemException(
                                        Problems.unauthenticated("The request needs a caller.")));
    }

    /** Whom the request's credential stands for by now; fails when it no longer does. */
    public static Mono<Caller> again(ServerWebExchange exchange) {
        Known known = exchange.getAttribute(ATTRIBUTE);
        return orEnded(known == null ? Mono.empty() : known.again());
    }

    /** Fails where nobody is found. */
    public static Mono<Caller> orEnded(Mono<Caller> search) {
        return search.switchIfEmpty(
                Mono.error(
                        () ->
                                new ProblemException(
                                        Problems.unauthenticated(
                                                "The key or session has ended."))));
    }
}
