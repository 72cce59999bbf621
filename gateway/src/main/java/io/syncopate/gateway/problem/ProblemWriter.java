package io.syncopate.gateway.problem;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Answers a request with a problem. */
public final class ProblemWriter {

    private final JsonMapper json;

    public ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    /**
     * @param requestId the one that the log has
     * @param traceId of the trace that the request belongs to
     */
    public Mono<Void> write(
            ServerWebExchange exchange, Problem problem, String requestId, String traceId) {
        var response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.error(new ProblemException(problem));
        }
        response.setStatusCode(HttpStatusCode.valueOf(problem.status()));
        HttpHeaders headers = response.getHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.setCacheControl("no-store");
        problem.headers().forEach(headers::set);
        if (problem.retryAfter() != null) {
            headers.set(HttpHeaders.RETRY_AFTER, Long.toString(seconds(problem.retryAfter())));
        }
        byte[] body = json(exchange, problem, requestId, traceId);
        headers.setContentLength(body.length);
        if (exchange.getRequest().getMethod() == HttpMethod.HEAD) {
            return response.setComplete();
        }
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }

    private static long seconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }

    /** As it is written where it is not the whole answer, too. */
    public byte[] json(
            ServerWebExchange exchange, Problem problem, String requestId, String traceId) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", problem.type());
        body.put("title", problem.title());
        body.put("status", problem.status());
        body.put("detail", problem.detail());
        body.put("instance", exchange.getRequest().getURI().getRawPath());
        body.put("reason", problem.reason());
        if (!problem.errors().isEmpty()) {
            body.put("errors", problem.errors().stream().map(ProblemWriter::entry).toList());
        }
        if (!problem.metadata().isEmpty()) {
            body.put("metadata", problem.metadata());
        }
        if (problem.retryAfter() != null) {
            body.put("retryAfterSeconds", seconds(problem.retryAfter()));
        }
        body.put("requestId", requestId);
        body.put("traceId", traceId);
        return json.writeValueAsBytes(body);
    }

    private static Map<String, String> entry(Problem.Violation violation) {
        var entry = new LinkedHashMap<String, String>();
        entry.put("field", violation.field());
        if (violation.value() != null) {
            entry.put("value", violation.value());
        }
        if (violation.expected() != null) {
            entry.put("expected", violation.expected());
        }
        entry.put("description", violation.description());
        return entry;
    }
}
