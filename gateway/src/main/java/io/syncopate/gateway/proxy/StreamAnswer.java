package io.syncopate.gateway.proxy;

import com.google.protobuf.DynamicMessage;

import io.grpc.StatusRuntimeException;
import io.syncopate.gateway.backend.Target;
import io.syncopate.gateway.problem.Problem;
import io.syncopate.gateway.problem.ProblemException;
import io.syncopate.gateway.problem.ProblemWriter;
import io.syncopate.gateway.problem.Problems;
import io.syncopate.gateway.transcoding.StreamRule;
import io.syncopate.gateway.web.RequestFacts;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Duration;

/** Writes the messages of a stream as they come, as fast as the client reads. */
final class StreamAnswer {

    private static final Logger LOG = LoggerFactory.getLogger(StreamAnswer.class);

    /** A backend refuses sooner than this; one that has nothing to send yet takes any time. */
    private static final Duration OPEN_AFTER = Duration.ofMillis(500);

    private final StreamSettings settings;
    private final OpenStreams streams;
    private final ProblemWriter problems;

    StreamAnswer(StreamSettings settings, OpenStreams streams, ProblemWriter problems) {
        this.settings = settings;
        this.streams = streams;
        this.problems = problems;
    }

    /** What happens in a stream. */
    private sealed interface Step {
        record Opened() implements Step {}

        record Idle() implements Step {}

        record Message(DynamicMessage content) implements Step {}

        record Ended() implements Step {}

        record Failed(Throwable why) implements Step {}
    }

    /** Fails, for a plain problem to be answered, when the stream fails before its first message. */
    Mono<Void> write(
            ServerWebExchange exchange, Target target, StreamFormat format, ServerStream stream) {
        var written =
                steps(exchange, target, stream)
                        .switchOnFirst(
                                (first, all) ->
                                        first.get() instanceof Step.Failed(Throwable why)
                                                ? Mono.<Void>error(why)
                                                : body(exchange, target, format, all))
                        .then();
        return Mono.firstWithSignal(written, streams.cutOff());
    }

    private Flux<Step> steps(ServerWebExchange exchange, Target target, ServerStream stream) {
        Flux<Step> content =
                stream.messages()
                        .<Step>map(Step.Message::new)
                        .concatWithValues(new Step.Ended())
                        .onErrorMap(
                                StatusRuntimeException.class,
                                e -> Refusals.of(exchange, target, false, e))
                        .onErrorResume(e -> Mono.just(new Step.Failed(e)));
        Mono<Step> opened = Mono.delay(OPEN_AFTER).thenReturn(new Step.Opened());
        Flux<Step> idle =
                Flux.interval(settings.heartbeat()).onBackpressureDrop().map(_ -> new Step.Idle());
        Mono<Step> interrupted =
                streams.<Step>interruption(exchange, target.access())
                        .onErrorResume(e -> Mono.just(new Step.Failed(e)));
        return Flux.merge(opened, content, idle, interrupted)
                .takeUntil(step -> step instanceof Step.Ended || step instanceof Step.Failed);
    }

    private Mono<Void> body(
            ServerWebExchange exchange, Target target, StreamFormat format, Flux<Step> steps) {
        ServerHttpResponse response = exchange.getResponse();
        HttpHeaders headers = response.getHeaders();
        headers.setContentType(format.type());
        headers.setCacheControl("no-store");
        // nginx would hold back what is small
        headers.set("X-Accel-Buffering", "no");
        return response.writeAndFlushWith(
                Flux.concat(
                                Mono.just(format.opening(settings.retryAfter())),
                                steps.map(step -> bytes(exchange, target, format, step)))
                        .map(bytes -> Mono.just(response.bufferFactory().wrap(bytes))));
    }

    private byte[] bytes(
            ServerWebExchange exchange, Target target, StreamFormat format, Step step) {
        return switch (step) {
            case Step.Opened _ -> new byte[0];
            case Step.Idle _ -> format.heartbeat();
            case Step.Ended _ -> format.end();
            case Step.Message(DynamicMessage content) -> {
                StreamRule rule = target.route().stream();
                yield format.message(
                        target.writer().write(content, target.route().responseBody()),
                        rule == null ? null : rule.idOf(content));
            }
            case Step.Failed(Throwable why) -> {
                Problem problem = problem(exchange, why);
                RequestFacts facts = RequestFacts.of(exchange);
                byte[] json = problems.json(exchange, problem, facts.requestId(), facts.traceId());
                yield OpenStreams.isOrdinary(problem)
                        ? format.interruption(json, settings.retryAfter())
                        : format.failure(json);
            }
        };
    }

    private static Problem problem(ServerWebExchange exchange, Throwable why) {
        if (!(why instanceof ProblemException)) {
            LOG.error("Request {}: a stream failed", RequestFacts.of(exchange).requestId(), why);
        }
        return Problems.of(
                why,
                exchange.getRequest().getMethod().name(),
                exchange.getRequest().getURI().getRawPath());
    }
}
