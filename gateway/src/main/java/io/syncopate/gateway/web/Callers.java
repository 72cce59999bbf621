package io.syncopate.gateway.web;

import io.syncopate.gateway.problem.ProblemException;
import io.syncopate.gateway.problem.Problems;
import io.syncopate.kernel.Caller;

import org.springframework.web.server.ServerWebExchange;

import java.util.Optional;

/** Who makes a request, once it is known. */
final class Callers {

    private static final String ATTRIBUTE = Callers.class.getName();

    private Callers() {}

    static void set(ServerWebExchange exchange, Caller caller) {
        exchange.getAttributes().put(ATTRIBUTE, caller);
    }

    static Optional<Caller> find(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.getAttribute(ATTRIBUTE));
    }

    /**
     * @throws ProblemException nobody is known
     */
    static Caller of(ServerWebExchange exchange) {
        return find(exchange)
                .orElseThrow(
                        () ->
                                new ProblemException(
                                        Problems.unauthenticated("The request needs a caller.")));
    }
}
