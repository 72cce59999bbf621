package io.syncopate.gateway.passthrough;

import com.google.protobuf.Any;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;
import io.grpc.protobuf.StatusProto;
import io.syncopate.gateway.backend.Backend;
import io.syncopate.gateway.problem.GrpcProblems;
import io.syncopate.gateway.problem.Problem;
import io.syncopate.gateway.problem.Problems;
import io.syncopate.gateway.web.RequestFacts;
import io.syncopate.starter.call.CallHeaders;
import io.syncopate.starter.client.OversizedAnswer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Objects;
import java.util.function.UnaryOperator;

/** What a client of gRPC is told when the gateway refuses, and when a backend fails. */
final class GrpcRefusals {

    private static final Logger LOG = LoggerFactory.getLogger(GrpcRefusals.class);
    private static final String DOMAIN = "syncopate.gateway";
    private static final Metadata.Key<byte[]> DETAILS =
            Metadata.Key.of("grpc-status-details-bin", Metadata.BINARY_BYTE_MARSHALLER);

    /** How a call ends. */
    record End(Status status, Metadata trailers) {}

    private GrpcRefusals() {}

    /** Ends a call that is not carried out. */
    static <Q, R> ServerCall.Listener<Q> close(
            ServerCall<Q, R> call, Throwable failure, String method, RequestFacts facts) {
        End end = of(failure, method, facts);
        end.trailers().put(CallHeaders.REQUEST_ID, facts.requestId());
        call.close(end.status(), end.trailers());
        return new ServerCall.Listener<>() {};
    }

    /** The gateway's own refusal. */
    static End of(Throwable failure, String method, RequestFacts facts) {
        Problem problem = Problems.of(failure, "POST", "/" + method);
        Status.Code code =
                switch (problem.status()) {
                    case 401 -> Status.Code.UNAUTHENTICATED;
                    case 403 -> Status.Code.PERMISSION_DENIED;
                    case 429 -> Status.Code.RESOURCE_EXHAUSTED;
                    case 503 -> Status.Code.UNAVAILABLE;
                    default -> Status.Code.INTERNAL;
                };
        if (code == Status.Code.INTERNAL) {
            LOG.error("Request {}: {} failed", facts.requestId(), method, failure);
        }
        return told(code, problem, new Metadata());
    }

    /**
     * A backend's answer as it is, but for what a transport or a fault says in its own words: those
     * name addresses and classes, and are for the log alone.
     */
    static End of(
            Status status, Metadata trailers, Backend backend, String method, RequestFacts facts) {
        Status.Code code =
                OversizedAnswer.is(status, trailers) ? Status.Code.INTERNAL : status.getCode();
        boolean words =
                switch (code) {
                    case UNAVAILABLE, DEADLINE_EXCEEDED, UNKNOWN, INTERNAL, DATA_LOSS ->
                            !trailers.containsKey(DETAILS);
                    case OK,
                            CANCELLED,
                            INVALID_ARGUMENT,
                            NOT_FOUND,
                            ALREADY_EXISTS,
                            PERMISSION_DENIED,
                            RESOURCE_EXHAUSTED,
                            FAILED_PRECONDITION,
                            ABORTED,
                            OUT_OF_RANGE,
                            UNIMPLEMENTED,
                            UNAUTHENTICATED ->
                            false;
                };
        if (!words) {
            return new End(status, trailers);
        }
        LOG.warn("Request {}: {} of {} answered {}", facts.requestId(), method, backend, status);
        Problem problem =
                GrpcProblems.of(status, trailers, backend.name(), false, UnaryOperator.identity());
        return told(code, problem, trailers);
    }

    private static End told(Status.Code code, Problem problem, Metadata others) {
        var status =
                com.google.rpc.Status.newBuilder()
                        .setCode(code.value())
                        .setMessage(problem.detail())
                        .addDetails(
                                Any.pack(
                                        ErrorInfo.newBuilder()
                                                .setReason(problem.reason())
                                                .setDomain(DOMAIN)
                                                .build()));
        var wait = problem.retryAfter();
        if (wait != null) {
            status.addDetails(
                    Any.pack(
                            RetryInfo.newBuilder()
                                    .setRetryDelay(
                                            com.google.protobuf.Duration.newBuilder()
                                                    .setSeconds(wait.getSeconds())
                                                    .setNanos(wait.getNano()))
                                    .build()));
        }
        var whole = StatusProto.toStatusRuntimeException(status.build());
        var trailers = new Metadata();
        trailers.merge(others);
        trailers.merge(Objects.requireNonNull(whole.getTrailers()));
        return new End(whole.getStatus(), trailers);
    }
}
