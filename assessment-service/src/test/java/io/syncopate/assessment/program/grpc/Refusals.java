package io.syncopate.assessment.program.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.syncopate.proto.api.v1.PlatformError;
import io.syncopate.proto.api.v1.RefusedFields;
import io.syncopate.proto.assessment.v1.AssessmentError;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What a caller is told when a call is refused. */
final class Refusals {

    private static final List<String> REASONS =
            Stream.concat(
                            Arrays.stream(AssessmentError.Reason.values()),
                            Arrays.stream(PlatformError.Reason.values()))
                    .map(Enum::name)
                    .toList();

    private Refusals() {}

    static void assertCode(Runnable call, Status.Code code) {
        assertThat(failure(call).getStatus().getCode()).isEqualTo(code);
    }

    static void assertReason(Runnable call, Status.Code code, String reason) {
        StatusRuntimeException failure = failure(call);
        assertThat(failure.getStatus().getCode()).isEqualTo(code);
        assertThat(detail(failure, ErrorInfo.class).getReason())
                .isEqualTo(reason)
                .as("a reason of the contract")
                .isIn(REASONS);
    }

    static void assertViolation(Runnable call, String field) {
        StatusRuntimeException failure = failure(call);
        assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(detail(failure, BadRequest.class).getFieldViolationsList())
                .anySatisfy(violation -> assertThat(violation.getField()).contains(field));
    }

    static List<BadRequest.FieldViolation> violations(Runnable call) {
        StatusRuntimeException failure = failure(call);
        assertThat(failure.getStatus().getCode())
                .as(failure.getMessage())
                .isEqualTo(Status.Code.INVALID_ARGUMENT);
        return detail(failure, BadRequest.class).getFieldViolationsList();
    }

    /** The field and what was expected of it, apart from the sentence. */
    static void assertExpected(Runnable call, String field, String expected) {
        assertThat(detail(failure(call), RefusedFields.class).getFieldsList())
                .extracting(RefusedFields.Field::getField, RefusedFields.Field::getExpected)
                .containsExactly(tuple(field, expected));
    }

    private static StatusRuntimeException failure(Runnable call) {
        var failure = catchThrowableOfType(StatusRuntimeException.class, call::run);
        assertThat(failure).as("refusal").isNotNull();
        return failure;
    }

    private static <T extends com.google.protobuf.Message> T detail(
            StatusRuntimeException failure, Class<T> type) {
        var status = Objects.requireNonNull(StatusProto.fromThrowable(failure));
        return status.getDetailsList().stream()
                .filter(detail -> detail.is(type))
                .findFirst()
                .map(
                        detail -> {
                            try {
                                return detail.unpack(type);
                            } catch (com.google.protobuf.InvalidProtocolBufferException e) {
                                throw new IllegalStateException(e);
                            }
                        })
                .orElseThrow(
                        () -> new AssertionError("no " + type.getSimpleName() + " in " + status));
    }
}
