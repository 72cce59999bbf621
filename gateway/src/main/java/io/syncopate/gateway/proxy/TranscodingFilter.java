package io.syncopate.gateway.proxy;

import com.google.protobuf.DynamicMessage;

import io.grpc.StatusRuntimeException;
import io.syncopate.gateway.backend.Backend;
import io.syncopate.gateway.backend.Backends;
import io.syncopate.gateway.backend.Target;
import io.syncopate.gateway.problem.Problem;
import io.syncopate.gateway.problem.ProblemException;
import io.syncopate.gateway.problem.Problems;
import io.syncopate.gateway.transcoding.FieldError;
import io.syncopate.gateway.transcoding.RequestBuilder;
import io.syncopate.gateway.transcoding.RequestParts;
import io.syncopate.gateway.transcoding.RequestRefusedException;
import io.syncopate.gateway.transcoding.RouteTable;
import io.syncopate.gateway.web.Callers;
import io.syncopate.kernel.Caller;

import org.jspecify.annotations.Nullable;
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
import java.util.Set;

/**
 * Carries a JSON request to the gRPC method that its route names, and the answer back. The first of
 * the gateway's filters and, for these routes, the only one: the chain behind it is for proxying.
 */
final class TranscodingFilter implements GlobalFilter, Ordered {

    private static final String MATCH = TranscodingFilter.class.getName();
    private static final String REFUSAL = MATCH + ".refusal";
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final String IDEMPOTENT_REPLAY = "Idempotent-Replay";

    private static final String LAST_EVENT_ID = "Last-Event-ID";

    private final Backends backends;
    private final CallAuthority authority;
    private final RequestBody bodies;
    private final OpenStreams streams;
    private final StreamAnswer streamAnswer;
    private final BytesAnswer bytesAnswer;

    TranscodingFilter(
            Backends backends,
            CallAuthority authority,
            RequestBody bodies,
            OpenStreams streams,
            StreamAnswer streamAnswer) {
        this.backends = backends;
        this.authority = authority;
        this.bodies = bodies;
        this.streams = streams;
        this.streamAnswer = streamAnswer;
        this.bytesAnswer = new BytesAnswer(streams);
    }

    /** The predicate of the one route that leads here. */
    boolean handles(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        HttpMethod method = request.getMethod();
        String path = request.getURI().getRawPath();
        try {
            Optional<Backend> awaited = backends.awaited(path);
            var match =
                    backends.routes().find(method == HttpMethod.HEAD ? "GET" : method.name(), path);
            if (match.isPresent()) {
                exchange.getAttributes().put(MATCH, match.get());
                return true;
            }
            awaited.ifPresent(
                    backend -> refuse(exchange, Problems.backendUnavailable(backend.name())));
            return awaited.isPresent();
        } catch (IllegalArgumentException e) {
            refuse(
                    exchange,
                    Problems.malformed("The address cannot be read: " + e.getMessage() + "."));
            return true;
        }
    }

    /** Not thrown: of a predicate that throws, Spring's handler mapping only writes a log line. */
    private static void refuse(ServerWebExchange exchange, Problem problem) {
        exchange.getAttributes().put(REFUSAL, new ProblemException(problem));
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
        CallAuthority.require(caller, target.access());
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
        Mono<byte[]> body = bodies.read(request, target.route().takesBytes());
        if (target.streams()) {
            return streams.counted(caller, body.flatMap(b -> stream(exchange, found, caller, b)));
        }
        if (target.route().sendsBytes()) {
            return body.flatMap(b -> bytes(exchange, found, caller, b, ifMatch));
        }
        return body.flatMap(
                        b ->
                                UnaryCall.to(
                                        target,
                                        message(found, request, b, ifMatch),
                                        authority.metadata(exchange, caller, target.backend())))
                .onErrorMap(
                        StatusRuntimeException.class,
                        e -> Refusals.of(exchange, target, ifMatch != null, e))
                .flatMap(answer -> answer(exchange, target, answer));
    }

    private Mono<Void> stream(
            ServerWebExchange exchange,
            RouteTable.Match.Found<Target> found,
            Caller caller,
            byte[] body) {
        Target target = found.route();
        ServerHttpRequest request = exchange.getRequest();
        if (request.getMethod() == HttpMethod.HEAD) {
            return Mono.error(
                    new ProblemException(
                            Problems.methodNotAllowed(
                                    "HEAD", request.getURI().getRawPath(), Set.of("GET"))));
        }
        var call =
                new ServerStream(
                        target,
                        message(found, request, body, null),
                        authority.metadata(exchange, caller, target.backend()),
                        streams.longest());
        return target.route().sendsBytes()
                ? bytesAnswer.write(exchange, target, call)
                : streamAnswer.write(
                        exchange,
                        target,
                        AcceptHeader.format(request.getHeaders().getOrEmpty(HttpHeaders.ACCEPT)),
                        call);
    }

    private Mono<Void> bytes(
            ServerWebExchange exchange,
            RouteTable.Match.Found<Target> found,
            Caller caller,
            byte[] body,
            @Nullable String ifMatch) {
        Target target = found.route();
        return bytesAnswer.write(
                exchange,
                target,
                new ServerStream(
                        target,
                        message(found, exchange.getRequest(), body, ifMatch),
                        authority.metadata(exchange, caller, target.backend()),
                        target.backend().deadline()));
    }

    private static DynamicMessage message(
            RouteTable.Match.Found<Target> found,
            ServerHttpRequest request,
            byte[] body,
            @Nullable String ifMatch) {
        Target target = found.route();
        try {
            HttpHeaders headers = request.getHeaders();
            return RequestBuilder.build(
                    target.route(),
                    new RequestParts(
                            body,
                            headers.getFirst(HttpHeaders.CONTENT_TYPE),
                            found.values(),
                            request.getURI().getRawQuery(),
                            filled(headers.getFirst(IDEMPOTENCY_KEY)),
                            ifMatch,
                            target.streams() ? filled(headers.getFirst(LAST_EVENT_ID)) : null),
                    target.types());
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    Problems.malformed("The query cannot be read: " + e.getMessage() + "."));
        }
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static Mono<Void> answer(
            ServerWebExchange exchange, Target target, UnaryCall.Answer answer) {
        ServerHttpRequest request = exchange.getRequest();
        ServerHttpResponse response = exchange.getResponse();
        HttpHeaders headers = response.getHeaders();
        headers.setCacheControl("private, no-cache");
        if (answer.replay()) {
            headers.set(IDEMPOTENT_REPLAY, "true");
        }
        DynamicMessage message = answer.message();
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
