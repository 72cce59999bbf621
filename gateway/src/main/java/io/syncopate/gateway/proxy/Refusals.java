package io.syncopate.gateway.proxy;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.syncopate.gateway.backend.Target;
import io.syncopate.gateway.problem.GrpcProblems;
import io.syncopate.gateway.problem.Problem;
import io.syncopate.gateway.problem.ProblemException;
import io.syncopate.gateway.web.RequestFacts;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.server.ServerWebExchange;

/** What a backend refused, as the client is told; what is the platform's fault, in the log too. */
final class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private Refusals() {}

    /**
     * @param conditional whether the request said {@code If-Match}
     */
    static ProblemException of(
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
}
