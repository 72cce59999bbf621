package io.syncopate.gateway.problem;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.PreconditionFailure;
import com.google.rpc.ResourceInfo;
import com.google.rpc.RetryInfo;

import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.protobuf.StatusProto;
import io.syncopate.proto.api.v1.RefusedFields;
import io.syncopate.starter.client.OversizedAnswer;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** What a backend answered, as a problem. */
public final class GrpcProblems {

    private static final Logger LOG = LoggerFactory.getLogger(GrpcProblems.class);
    private static final String STALE_ETAG = "STALE_ETAG";

    private GrpcProblems() {}

    /**
     * @param backend its name, for what is said when it is away
     * @param conditional whether the request said {@code If-Match}: then a stale etag is 412
     * @param written turns a field's path of the contract into the client's
     */
    public static Problem of(
            Status status,
            @Nullable Metadata trailers,
            String backend,
            boolean conditional,
            UnaryOperator<String> written) {
        if (OversizedAnswer.is(status, trailers)) {
            // Not what the client did, and not better later: a list or a limit of the platform is
            // wrong.
            return of(Status.INTERNAL, null, backend, conditional, written);
        }
        var details = new Details(status, trailers, written);
        String reason =
                details.info == null ? fallback(status.getCode()) : details.info.getReason();
        List<Problem.Violation> violations = details.violations();
        return new Problem(
                http(status.getCode(), conditional && reason.equals(STALE_ETAG)),
                reason,
                // A backend's own sentence names its fields as the contract does; the client wrote
                // JSON.
                reason.equals(Problem.INVALID_REQUEST) && !violations.isEmpty()
                        ? Problem.Violation.sentence(violations)
                        : detail(status, details, backend),
                violations,
                details.metadata,
                details.retryAfter(status.getCode()),
                Map.of());
    }

    private static int http(Status.Code code, boolean staleEtag) {
        return switch (code) {
            case OK -> 200;
            case INVALID_ARGUMENT, OUT_OF_RANGE -> 400;
            case UNAUTHENTICATED -> 401;
            case PERMISSION_DENIED -> 403;
            case NOT_FOUND -> 404;
            case ABORTED -> staleEtag ? 412 : 409;
            case ALREADY_EXISTS, FAILED_PRECONDITION -> 409;
            case RESOURCE_EXHAUSTED -> 429;
            case CANCELLED -> 499;
            case UNIMPLEMENTED -> 501;
            case UNAVAILABLE -> 503;
            case DEADLINE_EXCEEDED -> 504;
            case UNKNOWN, INTERNAL, DATA_LOSS -> 500;
        };
    }

    private static String fallback(Status.Code code) {
        return switch (code) {
            case UNAVAILABLE -> "BACKEND_UNAVAILABLE";
            case UNKNOWN, INTERNAL, DATA_LOSS -> "INTERNAL_FAULT";
            case UNAUTHENTICATED -> "UNAUTHENTICATED_CALLER";
            case PERMISSION_DENIED -> "PERMISSION_MISSING";
            default -> code.name();
        };
    }

    /** A transport's own words name addresses and classes: they are for the log alone. */
    private static String detail(Status status, Details details, String backend) {
        String own = status.getDescription() == null ? "" : status.getDescription();
        return switch (status.getCode()) {
            case UNKNOWN, INTERNAL, DATA_LOSS ->
                    "Something went wrong inside. It was logged under this request's id.";
            case UNAVAILABLE ->
                    details.info == null
                            ? "The " + backend + " backend is not available at the moment."
                            : own;
            case DEADLINE_EXCEEDED -> "The " + backend + " backend did not answer in time.";
            case UNIMPLEMENTED -> "The " + backend + " backend does not have this method.";
            case CANCELLED -> "The request was cancelled.";
            case OK -> "";
            case INVALID_ARGUMENT,
                    OUT_OF_RANGE,
                    UNAUTHENTICATED,
                    PERMISSION_DENIED,
                    NOT_FOUND,
                    ALREADY_EXISTS,
                    FAILED_PRECONDITION,
                    ABORTED,
                    RESOURCE_EXHAUSTED ->
                    own.isEmpty() ? status.getCode().name() : own;
        };
    }

    /** What a violation says in words. */
    private record Told(String field, String description) {}

    private static final class Details {
        private final UnaryOperator<String> written;
        private final List<Told> violations = new ArrayList<>();
        private List<RefusedFields.Field> parts = List.of();
        private final Map<String, String> metadata = new TreeMap<>();
        private @Nullable ErrorInfo info;
        private @Nullable Duration retry;

        Details(Status status, @Nullable Metadata trailers, UnaryOperator<String> written) {
            this.written = written;
            boolean ours =
                    switch (status.getCode()) {
                        case UNKNOWN, DATA_LOSS -> false;
                        default -> true;
                    };
            com.google.rpc.Status rich = StatusProto.fromStatusAndTrailers(status, trailers);
            if (rich == null || !ours) {
                return;
            }
            for (Any any : rich.getDetailsList()) {
                try {
                    read(any, status.getCode() == Status.Code.INTERNAL);
                } catch (InvalidProtocolBufferException e) {
                    LOG.debug("A detail of {} cannot be read: {}", status, any.getTypeUrl(), e);
                }
            }
        }

        private void read(Any any, boolean internal) throws InvalidProtocolBufferException {
            if (any.is(ErrorInfo.class)) {
                info = any.unpack(ErrorInfo.class);
                metadata.putAll(info.getMetadataMap());
            } else if (internal) {
                return;
            } else if (any.is(BadRequest.class)) {
                for (var violation : any.unpack(BadRequest.class).getFieldViolationsList()) {
                    violations.add(new Told(violation.getField(), violation.getDescription()));
                }
            } else if (any.is(PreconditionFailure.class)) {
                for (var violation : any.unpack(PreconditionFailure.class).getViolationsList()) {
                    violations.add(new Told(violation.getSubject(), violation.getDescription()));
                }
            } else if (any.is(RefusedFields.class)) {
                parts = any.unpack(RefusedFields.class).getFieldsList();
            } else if (any.is(ResourceInfo.class)) {
                var resource = any.unpack(ResourceInfo.class);
                metadata.put("resourceType", resource.getResourceType());
                metadata.put("resourceName", resource.getResourceName());
            } else if (any.is(RetryInfo.class)) {
                var delay = any.unpack(RetryInfo.class).getRetryDelay();
                retry = Duration.ofSeconds(delay.getSeconds(), delay.getNanos());
            }
        }

        /** With value and expectation apart, where the backend tells them for the same field at the same place. */
        List<Problem.Violation> violations() {
            return IntStream.range(0, violations.size()).mapToObj(this::violation).toList();
        }

        private Problem.Violation violation(int i) {
            Told told = violations.get(i);
            var part =
                    i < parts.size() && parts.get(i).getField().equals(told.field())
                            ? parts.get(i)
                            : RefusedFields.Field.getDefaultInstance();
            return new Problem.Violation(
                    written.apply(told.field()),
                    part.hasValue() ? part.getValue() : null,
                    part.hasExpected() ? part.getExpected() : null,
                    told.description());
        }

        @Nullable Duration retryAfter(Status.Code code) {
            return retry == null && code == Status.Code.UNAVAILABLE ? Duration.ofSeconds(1) : retry;
        }
    }
}
