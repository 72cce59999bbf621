package io.syncopate.gateway.web;

import com.google.protobuf.DynamicMessage;

import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.syncopate.gateway.backend.Backends;
import io.syncopate.gateway.backend.Target;
import io.syncopate.gateway.problem.GrpcProblems;
import io.syncopate.gateway.problem.Problem;
import io.syncopate.gateway.problem.ProblemException;
import io.syncopate.gateway.problem.Problems;
import io.syncopate.gateway.security.InternalTokens;
import io.syncopate.gateway.transcoding.FieldError;
import io.syncopate.gateway.transcoding.RequestBuilder;
import io.syncopate.gateway.transcoding.RequestRefusedException;
import io.syncopate.gateway.transcoding.RouteTable;
import io.syncopate.kernel.Caller;
import io.syncopate.kernel.Scope;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Optional;

/**
 * Carries a JSON request to the gRPC method that its route names, and the answer back. The first of
 * the gateway's filters and, for these routes, the only one: the chain behind it is for proxying.
 */
final class TranscodingFilter implements GlobalFilter, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(TranscodingFilter.class);
    private static final String MATCH = TranscodingFilter.class.getName();
    private static final String REFUSAL = MATCH + ".refusal";
    private static final Metadata.Key<String> AUTHORIZATION = ascii("authorization");
    private static final Metadata.Key<String> REQUEST_ID = ascii("x-request-id");
    private static final Metadata.Key<String> TRACEPARENT = ascii("traceparent");
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private final Backends backends;
    private final InternalTokens tokens;
    private final RequestBody bodies;

    TranscodingFilter(Backends backends, InternalTokens tokens, RequestBody bodies) {
        this.backends = backends;
        this.tokens = tokens;
        this.bodies = bodies;
    }

    private static Metadata.Key<String> ascii(String name) {
        return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
    }

    /** The predicate of the one route that leads here. */
    boolean handles(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        HttpMethod method = request.getMethod();
        try {
            var match =
                    backends.routes()
                            .find(
                                    method == HttpMethod.HEAD ? "GET" : method.name(),
                                    request.getURI().getRawPath());
            match.ifPresent(found -> exchange.getAttributes().put(MATCH, found));
            return match.isPresent();
        } catch (IllegalArgumentException e) {
            // not thrown: of a predicate that throws, Spring's handler mapping only writes a log
            // line
            exchange.getAttributes()
                    .put(
                            REFUSAL,
                            new ProblemException(
                                    Problems.malformed(
                                            "The address cannot be read: "
                                                    + e.getMessage()
                                                    + ".")));
            return true;
        }
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        if (exchange.getAttribute(REFUSAL) instanceof ProblemException refusal) {
            return Mono.error(refusal);
        }
        RouteTable.Match<Target> match = exchange.getAttribute(MATCH);
        return switch (match) {
            case null -> chain.filter(exchange);
            case RouteTable.Match.OtherMethods<Target> other -> otherMethods(exchange, other);
            case RouteTable.Match.Found<Target> found -> call(exchange, found);
        };
    }

    private static Mono<Void> otherMethods(
            ServerWebExchange exchange, RouteTable.Match.OtherMethods<Target> other) {
        ServerHttpRequest request = exchange.getRequest();
        if (request.getMethod() == HttpMethod.OPTIONS) {
            ServerHttpResponse response = exchange.getResponse();
            response.setStatusCode(HttpStatus.NO_CONTENT);
            response.getHeaders().set(HttpHeaders.ALLOW, String.join(", ", other.allowed()));
            return response.setComplete();
        }
        return Mono.error(
                new ProblemException(
                        Problems.methodNotAllowed(
                                request.getMethod().name(),
                                request.getURI().getRawPath(),
                                other.allowed())));
    }

    private Mono<Void> call(ServerWebExchange exchange, RouteTable.Match.Found<Target> found) {
        Target target = found.route();
        Caller caller = Callers.of(exchange);
        requirePermission(caller, target);
        ServerHttpRequest request = exchange.getRequest();
        String ifMatch = EtagHeaders.ifMatch(request.getHeaders());
        if (ifMatch != null && RequestBuilder.etagField(target.route()) == null) {
            throw new RequestRefusedException(
                    List.of(
                            new FieldError(
                                    "If-Match",
                                    ifMatch,
                                    "no If-Match: this method takes no etag")));
        }
        return bodies.read(request)
                .flatMap(
                        body ->
                                UnaryCall.to(
                                        target,
                                        message(found, request, body, ifMatch),
                                        metadata(exchange, caller, target)))
                .onErrorMap(
                        StatusRuntimeException.class,
                        e -> refusal(exchange, target, ifMatch != null, e))
                .flatMap(answer -> answer(exchange, target, answer));
    }

    /** The backend holds the caller to it as well; a foreign one may forget to. */
    private static void requirePermission(Caller caller, Target target) {
        String permission = target.access().getPermission();
        Scope needed =
                switch (target.access().getScope()) {
                    case SCOPE_OWN -> Scope.OWN;
                    case SCOPE_TEAM -> Scope.TEAM;
                    case SCOPE_TENANT, SCOPE_UNSPECIFIED, UNRECOGNIZED -> Scope.TENANT;
                };
        Optional<Scope> held = caller.scopeOf(permission);
        if (held.isEmpty() || !held.get().covers(needed)) {
            throw new ProblemException(
                    Problems.forbidden(
                            "PERMISSION_MISSING",
                            "The caller lacks the permission "
                                    + permission
                                    + " over "
                                    + needed
                                    + "."));
        }
    }

    private static DynamicMessage message(
            RouteTable.Match.Found<Target> found,
            ServerHttpRequest request,
            byte[] body,
            @Nullable String ifMatch) {
        Target target = found.route();
        try {
            return RequestBuilder.build(
                    target.route(),
                    body,
                    found.values(),
                    request.getURI().getRawQuery(),
                    filled(request.getHeaders().getFirst(IDEMPOTENCY_KEY)),
                    ifMatch,
                    target.types());
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    Problems.malformed("The query cannot be read: " + e.getMessage() + "."));
        }
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private Metadata metadata(ServerWebExchange exchange, Caller caller, Target target) {
        RequestFacts facts = RequestFacts.of(exchange);
        var metadata = new Metadata();
        metadata.put(AUTHORIZATION, "Bearer " + tokens.of(caller, target.backend().name()).text());
        metadata.put(REQUEST_ID, facts.requestId());
        metadata.put(TRACEPARENT, facts.traceparent());
        return metadata;
    }

    private static ProblemException refusal(
            ServerWebExchange exchange,
            Target target,
            boolean conditional,
            StatusRuntimeException failure) {
        Problem problem =
                GrpcProblems.of(
                        failure.getStatus(),
                        failure.getTrailers(),
                        target.backend().name(),
                        conditional,
                        target.route()::written);
        if (problem.status() >= 500
                || failure.getStatus().getCode() == Status.Code.UNAUTHENTICATED) {
            LOG.warn(
                    "Request {}: {} of {} answered {}",
                    RequestFacts.of(exchange).requestId(),
                    target.call().getFullMethodName(),
                    target.backend(),
                    failure.getStatus());
        }
        return new ProblemException(problem);
    }

    private static Mono<Void> answer(
            ServerWebExchange exchange, Target target, DynamicMessage message) {
        ServerHttpRequest request = exchange.getRequest();
        ServerHttpResponse response = exchange.getResponse();
        HttpHeaders headers = response.getHeaders();
        headers.setCacheControl("private, no-cache");
        if (target.etag() != null) {
            String etag = (String) message.getField(target.etag());
            if (!etag.isEmpty()) {
                headers.setETag(EtagHeaders.quoted(etag));
                boolean read =
                        request.getMethod() == HttpMethod.GET
                                || request.getMethod() == HttpMethod.HEAD;
                if (read && EtagHeaders.isKnown(request.getHeaders(), etag)) {
                    response.setStatusCode(HttpStatus.NOT_MODIFIED);
                    return response.setComplete();
                }
            }
        }
        byte[] json = target.writer().write(message, target.route().responseBody());
        headers.setContentType(MediaType.APPLICATION_JSON);
        headers.setContentLength(json.length);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(json)));
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
