package io.syncopate.gateway.web;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;

import io.syncopate.gateway.problem.Problem;
import io.syncopate.gateway.problem.ProblemException;
import io.syncopate.gateway.security.InternalTokens;
import io.syncopate.gateway.security.ServiceTokens;
import io.syncopate.gateway.security.SigningKeys;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Uid;
import io.syncopate.starter.security.UnauthenticatedException;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Public keys, and tokens for services: {@code client_credentials} of RFC 6749 and the token
 * exchange of RFC 8693, with the errors that those name.
 */
final class TokenHandler {

    private static final String EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
    private static final String JWT = "urn:ietf:params:oauth:token-type:jwt";
    private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";
    private static final String BASIC = "Basic ";

    private final ServiceTokens tokens;
    private final SigningKeys keys;
    private final FailedAttempts failed;
    private final Clock clock;
    private final Scheduler database;

    TokenHandler(ServiceTokens tokens, SigningKeys keys, Clock clock, Executor database) {
        this.tokens = tokens;
        this.keys = keys;
        this.failed = new FailedAttempts(clock);
        this.clock = clock;
        this.database = Schedulers.fromExecutor(database);
    }

    Mono<ServerResponse> publicKeys() {
        return Mono.fromCallable(
                        () ->
                                new JWKSet(
                                        keys.readPublicKeys().stream()
                                                .map(JWK.class::cast)
                                                .toList()))
                .subscribeOn(database)
                .flatMap(
                        set ->
                                ServerResponse.ok()
                                        .contentType(MediaType.APPLICATION_JSON)
                                        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                                        .bodyValue(set.toString(true)));
    }

    Mono<ServerResponse> token(ServerRequest request) {
        Optional<Duration> wait = failed.wait(request.remoteAddress());
        if (wait.isPresent()) {
            return Mono.error(new ProblemException(tooOften(wait.get())));
        }
        Optional<String> service = service(request);
        if (service.isEmpty()) {
            failed.add(request.remoteAddress());
            return refused(
                    HttpStatus.UNAUTHORIZED,
                    "invalid_client",
                    "expected HTTP Basic with a service's name and the service secret");
        }
        return request.formData().publishOn(database).flatMap(form -> token(service.get(), form));
    }

    private static Problem tooOften(Duration wait) {
        return Problem.of(
                        429,
                        "LIMIT_REACHED",
                        "This address failed too often to prove which service it is.")
                .retryAfter(wait);
    }

    private Mono<ServerResponse> token(String service, MultiValueMap<String, String> form) {
        String audience = first(form, "audience");
        if (!tokens.knowsAudience(audience)) {
            return refused(
                    HttpStatus.BAD_REQUEST,
                    "invalid_target",
                    "audience '" + audience + "': expected the name of a backend");
        }
        try {
            return switch (first(form, "grant_type")) {
                case "client_credentials" ->
                        given(
                                tokens.own(
                                        service,
                                        new TenantId(first(form, "tenant")),
                                        Optional.of(first(form, "subject"))
                                                .filter(uid -> !uid.isEmpty())
                                                .map(Uid::new)
                                                .filter(uid -> !uid.equals(Uid.ofService(service))),
                                        audience),
                                null);
                case EXCHANGE -> exchange(service, form, audience);
                default ->
                        refused(
                                HttpStatus.BAD_REQUEST,
                                "unsupported_grant_type",
                                "expected client_credentials or " + EXCHANGE);
            };
        } catch (UnauthenticatedException | IllegalArgumentException e) {
            return refused(
                    HttpStatus.BAD_REQUEST, "invalid_request", String.valueOf(e.getMessage()));
        }
    }

    private Mono<ServerResponse> exchange(
            String service, MultiValueMap<String, String> form, String audience) {
        String type = first(form, "subject_token_type");
        if (!type.equals(JWT) && !type.equals(ACCESS_TOKEN)) {
            return refused(
                    HttpStatus.BAD_REQUEST,
                    "invalid_request",
                    "subject_token_type '" + type + "': expected " + JWT);
        }
        return given(tokens.exchanged(service, first(form, "subject_token"), audience), JWT);
    }

    private Mono<ServerResponse> given(InternalTokens.Token token, @Nullable String issuedType) {
        var body = new LinkedHashMap<String, Object>();
        body.put("access_token", token.text());
        body.put("token_type", "Bearer");
        body.put("expires_in", Duration.between(clock.instant(), token.until()).toSeconds());
        if (issuedType != null) {
            body.put("issued_token_type", issuedType);
        }
        return ServerResponse.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .bodyValue(body);
    }

    private static Mono<ServerResponse> refused(HttpStatus status, String error, String why) {
        var response =
                ServerResponse.status(status)
                        .contentType(MediaType.APPLICATION_JSON)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (status == HttpStatus.UNAUTHORIZED) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"syncopate-internal\"");
        }
        return response.bodyValue(Map.of("error", error, "error_description", why));
    }

    private Optional<String> service(ServerRequest request) {
        String header = request.headers().firstHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.startsWith(BASIC)) {
            return Optional.empty();
        }
        try {
            String pair =
                    new String(
                            Base64.getDecoder().decode(header.substring(BASIC.length())),
                            StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon > 0
                            && tokens.isService(pair.substring(0, colon), pair.substring(colon + 1))
                    ? Optional.of(pair.substring(0, colon))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String first(MultiValueMap<String, String> form, String name) {
        String value = form.getFirst(name);
        return value == null ? "" : value;
    }
}
