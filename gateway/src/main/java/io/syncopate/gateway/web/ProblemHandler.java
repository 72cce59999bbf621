package io.syncopate.gateway.web;

import io.syncopate.gateway.problem.Problem;
import io.syncopate.gateway.problem.ProblemWriter;
import io.syncopate.gateway.problem.Problems;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;

import reactor.core.publisher.Mono;

/** Answers whatever went wrong, of ours or of Spring's, with a problem. */
final class ProblemHandler implements WebExceptionHandler, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

    /** Before Spring Boot's own at -1. */
    private static final int ORDER = -2;

    private final ProblemWriter writer;
    private final DataSize bodyLimit;

    /**
     * @param bodyLimit what Spring's codecs hold a body to
     */
    ProblemHandler(ProblemWriter writer, DataSize bodyLimit) {
        this.writer = writer;
        this.bodyLimit = bodyLimit;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(failure);
        }
        String method = exchange.getRequest().getMethod().name();
        String path = exchange.getRequest().getURI().getRawPath();
        Problem problem =
                isOverTheLimit(failure)
                        ? Problems.bodyTooLarge(bodyLimit.toBytes())
                        : Problems.of(failure, method, path);
        RequestFacts facts = RequestFacts.of(exchange);
        if (problem.status() >= 500 && problem.reason().equals("INTERNAL_FAULT")) {
            LOG.error("Request {}: {} {} failed", facts.requestId(), method, path, failure);
        }
        return writer.write(exchange, problem, facts.requestId(), facts.traceId());
    }

    private static boolean isOverTheLimit(Throwable failure) {
        return failure instanceof DataBufferLimitException
                || failure.getCause() instanceof DataBufferLimitException;
    }

    @Override
    public int getOrder() {
        return ORDER;
    }
}
