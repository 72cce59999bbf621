package io.syncopate.starter.error;

import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.PreconditionFailure;
import com.google.rpc.ResourceInfo;
import com.google.rpc.RetryInfo;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.syncopate.kernel.RefusedException;
import io.syncopate.proto.api.v1.RefusedFields;

import java.util.List;
import java.util.Map;

/** A refusal as gRPC tells it, with the {@code google.rpc} details that apply. */
final class RefusalStatus {

    private RefusalStatus() {}

    /**
     * @param domain who gives the reason its meaning, such as {@code syncopate.assessment}
     */
    static StatusRuntimeException of(RefusedException refusal, String domain) {
        var status =
                com.google.rpc.Status.newBuilder()
                        .setCode(code(refusal.kind()).value())
                        .setMessage(String.valueOf(refusal.getMessage()))
                        .addDetails(
                                Any.pack(
                                        ErrorInfo.newBuilder()
                                                .setReason(refusal.reason())
                                                .setDomain(domain)
                                                .putAllMetadata(refusal.metadata())
                                                .build()));
        addViolations(status, refusal);
        addResource(status, refusal);
        refusal.retryAfter()
                .ifPresent(
                        delay ->
                                status.addDetails(
                                        Any.pack(
                                                RetryInfo.newBuilder()
                                                        .setRetryDelay(
                                                                Duration.newBuilder()
                                                                        .setSeconds(
                                                                                delay.getSeconds())
                                                                        .setNanos(delay.getNano()))
                                                        .build())));
        return StatusProto.toStatusRuntimeException(status.build());
    }

    private static void addViolations(
            com.google.rpc.Status.Builder status, RefusedException refusal) {
        List<RefusedException.Violation> violations = refusal.violations();
        if (violations.isEmpty()) {
            return;
        }
        addFields(status, violations);
        switch (refusal.kind()) {
            case FAILED_PRECONDITION -> {
                PreconditionFailure.Builder failure = PreconditionFailure.newBuilder();
                violations.forEach(
                        violation ->
                                failure.addViolationsBuilder()
                                        .setType(refusal.reason())
                                        .setSubject(violation.field())
                                        .setDescription(violation.description()));
                status.addDetails(Any.pack(failure.build()));
            }
            case INVALID_ARGUMENT,
                    NOT_FOUND,
                    ALREADY_EXISTS,
                    ABORTED,
                    PERMISSION_DENIED,
                    UNAUTHENTICATED,
                    RESOURCE_EXHAUSTED,
                    UNAVAILABLE -> {
                BadRequest.Builder request = BadRequest.newBuilder();
                violations.forEach(
                        violation ->
                                request.addFieldViolationsBuilder()
                                        .setField(violation.field())
                                        .setDescription(violation.description()));
                status.addDetails(Any.pack(request.build()));
            }
        }
    }

    /** What the violations' descriptions say in words, once more in parts. */
    private static void addFields(
            com.google.rpc.Status.Builder status, List<RefusedException.Violation> violations) {
        RefusedFields.Builder fields = RefusedFields.newBuilder();
        for (RefusedException.Violation violation : violations) {
            RefusedFields.Field.Builder field =
                    fields.addFieldsBuilder().setField(violation.field());
            violation.value().ifPresent(field::setValue);
            violation.expected().ifPresent(field::setExpected);
        }
        status.addDetails(Any.pack(fields.build()));
    }

    private static void addResource(
            com.google.rpc.Status.Builder status, RefusedException refusal) {
        Map<String, String> metadata = refusal.metadata();
        String name = metadata.get(RefusedException.RESOURCE_NAME);
        if (name != null) {
            status.addDetails(
                    Any.pack(
                            ResourceInfo.newBuilder()
                                    .setResourceType(
                                            metadata.getOrDefault(
                                                    RefusedException.RESOURCE_TYPE, ""))
                                    .setResourceName(name)
                                    .setDescription(String.valueOf(refusal.getMessage()))
                                    .build()));
        }
    }

    private static Status.Code code(RefusedException.Kind kind) {
        return switch (kind) {
            case INVALID_ARGUMENT -> Status.Code.INVALID_ARGUMENT;
            case NOT_FOUND -> Status.Code.NOT_FOUND;
            case ALREADY_EXISTS -> Status.Code.ALREADY_EXISTS;
            case FAILED_PRECONDITION -> Status.Code.FAILED_PRECONDITION;
            case ABORTED -> Status.Code.ABORTED;
            case PERMISSION_DENIED -> Status.Code.PERMISSION_DENIED;
            case UNAUTHENTICATED -> Status.Code.UNAUTHENTICATED;
            case RESOURCE_EXHAUSTED -> Status.Code.RESOURCE_EXHAUSTED;
            case UNAVAILABLE -> Status.Code.UNAVAILABLE;
        };
    }
}
