package io.syncopate.gateway.web;

import io.syncopate.gateway.problem.ProblemException;
import io.syncopate.gateway.problem.Problems;
import io.syncopate.gateway.security.BrowserSessions;

import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

import reactor.core.publisher.Mono;

import java.net.URI;
import java.time.Duration;

/** Signs a browser in by a one-time link, and out. */
final class SignInHandler {

    private static final URI HOME = URI.create("/");

    private final BrowserSessions sessions;

    SignInHandler(BrowserSessions sessions) {
        this.sessions = sessions;
    }

    Mono<ServerResponse> signIn(ServerRequest request) {
        return sessions.signIn(request.queryParam("code").orElse(""))
                .flatMap(
                        session -> home().cookie(cookie(request, session, sessions.life())).build())
                .switchIfEmpty(Mono.defer(() -> linkIsUsedUp(request)));
    }

    /**
     * A person goes on to the console: it opens where the browser has a session from before, and says otherwise how to get a
     * link. A program is told.
     */
    private static Mono<ServerResponse> linkIsUsedUp(ServerRequest request) {
        if (request.headers().accept().contains(MediaType.TEXT_HTML)) {
            return home().build();
        }
        return Mono.error(
                new ProblemException(
                        Problems.unauthenticated(
                                "The sign-in link was used before, or it has expired: ask for a"
                                        + " new one.")));
    }

    private static ServerResponse.BodyBuilder home() {
        return ServerResponse.seeOther(HOME).header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    Mono<ServerResponse> signOut(ServerRequest request) {
        HttpCookie cookie = request.cookies().getFirst(AdmissionFilter.SESSION_COOKIE);
        Mono<Void> ended = cookie == null ? Mono.empty() : sessions.signOut(cookie.getValue());
        return ended.then(
                Mono.defer(
                        () ->
                                ServerResponse.noContent()
                                        .cookie(cookie(request, "", Duration.ZERO))
                                        .build()));
    }

    private static ResponseCookie cookie(ServerRequest request, String value, Duration life) {
        return ResponseCookie.from(AdmissionFilter.SESSION_COOKIE, value)
                .path("/")
                .httpOnly(true)
                .sameSite("Strict")
                .secure("https".equals(request.uri().getScheme()))
                .maxAge(life)
                .build();
    }
}
