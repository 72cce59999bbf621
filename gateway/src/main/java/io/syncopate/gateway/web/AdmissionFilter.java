package io.syncopate.gateway.web;

import io.syncopate.gateway.problem.ProblemException;
import io.syncopate.gateway.problem.Problems;
import io.syncopate.gateway.security.Admission;
import io.syncopate.kernel.Caller;

import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

import reactor.core.publisher.Mono;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * Lets nobody through who is not known, but to what is open to everybody. A credential that is sent
 * must be good wherever it is sent.
 */
final class AdmissionFilter implements WebFilter, Ordered {

    static final String SESSION_COOKIE = "syncopate_session";

    /** What only a script of the same origin can add; it stands in for an Origin header. */
    static final String SAME_ORIGIN_HEADER = "X-Requested-With";

    private static final String API_KEY = "X-Api-Key";
    private static final String BEARER = "Bearer ";

    private final Admission admission;
    private final OpenPaths open;

    AdmissionFilter(Admission admission, OpenPaths open) {
        this.admission = admission;
        this.open = open;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        boolean isOpen = open.contains(request);
        if (open.checksItself(request)) {
            return chain.filter(exchange);
        }
        Optional<String> key = key(request);
        HttpCookie cookie = request.getCookies().getFirst(SESSION_COOKIE);
        if (key.isPresent()) {
            return admitted(
                    exchange,
                    chain,
                    Mono.defer(() -> admission.byKey(key.get())),
                    "The key is unknown, expired or revoked.");
        }
        if (cookie != null && !cookie.getValue().isEmpty()) {
            Mono<Caller> caller = Mono.defer(() -> admission.bySession(cookie.getValue()));
            if (isOpen) {
                return let(exchange, chain, caller);
            }
            if (!isSafe(request.getMethod()) && !isSameOrigin(request)) {
                return Mono.error(
                        new ProblemException(
                                Problems.forbidden(
                                        "CROSS_ORIGIN_WRITE",
                                        "A browser's write must come from a page of this address:"
                                                + " expected the header Origin of it, or "
                                                + SAME_ORIGIN_HEADER
                                                + ".")));
            }
            return admitted(
                    exchange, chain, caller, "The session has ended: sign in again by a new link.");
        }
        if (isOpen) {
            return chain.filter(exchange);
        }
        return Mono.error(
                new ProblemException(
                        Problems.unauthenticated(
                                "Expected a key in the header Authorization (Bearer syn_…) or"
                                        + " X-Api-Key, or a browser that is signed in.")));
    }

    private static Mono<Void> admitted(
            ServerWebExchange exchange,
            WebFilterChain chain,
            Mono<Caller> caller,
            String otherwise) {
        return caller.switchIfEmpty(
                        Mono.error(() -> new ProblemException(Problems.unauthenticated(otherwise))))
                .flatMap(
                        known -> {
                            Callers.set(exchange, known, caller);
                            return chain.filter(exchange);
                        });
    }

    /** To what is open, an ended session is no obstacle. */
    private static Mono<Void> let(
            ServerWebExchange exchange, WebFilterChain chain, Mono<Caller> caller) {
        return caller.map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(
                        known -> {
                            known.ifPresent(each -> Callers.set(exchange, each, caller));
                            return chain.filter(exchange);
                        });
    }

    private static Optional<String> key(ServerHttpRequest request) {
        String authorization = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        if (authorization != null) {
            boolean bearer = authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
            // another scheme opens nothing, and must not be passed over for a cookie
            return Optional.of(bearer ? authorization.substring(BEARER.length()).strip() : "");
        }
        return Optional.ofNullable(request.getHeaders().getFirst(API_KEY)).map(String::strip);
    }

    private static boolean isSafe(HttpMethod method) {
        return method == HttpMethod.GET
                || method == HttpMethod.HEAD
                || method == HttpMethod.OPTIONS;
    }

    private static boolean isSameOrigin(ServerHttpRequest request) {
        HttpHeaders headers = request.getHeaders();
        String origin = headers.getFirst(HttpHeaders.ORIGIN);
        return origin == null
                ? headers.getFirst(SAME_ORIGIN_HEADER) != null
                : isAuthority(origin, headers.getFirst(HttpHeaders.HOST));
    }

    private static boolean isAuthority(String origin, @Nullable String host) {
        try {
            return host != null
                    && host.equalsIgnoreCase(
                            Objects.requireNonNullElse(URI.create(origin).getRawAuthority(), ""));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 10;
    }
}
