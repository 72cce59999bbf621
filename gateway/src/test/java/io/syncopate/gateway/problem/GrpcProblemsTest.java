package io.syncopate.gateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.PreconditionFailure;
import com.google.rpc.ResourceInfo;
import com.google.rpc.RetryInfo;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.syncopate.proto.api.v1.RefusedFields;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.function.UnaryOperator;

class GrpcProblemsTest {

    @ParameterizedTest
    @CsvSource({
        "CANCELLED,           499, CANCELLED",
        "UNKNOWN,             500, INTERNAL_FAULT",
        "INVALID_ARGUMENT,    400, INVALID_ARGUMENT",
        "DEADLINE_EXCEEDED,   504, DEADLINE_EXCEEDED",
        "NOT_FOUND,           404, NOT_FOUND",
        "ALREADY_EXISTS,      409, ALREADY_EXISTS",
        "PERMISSION_DENIED,   403, PERMISSION_MISSING",
        "RESOURCE_EXHAUSTED,  429, RESOURCE_EXHAUSTED",
        "FAILED_PRECONDITION, 409, FAILED_PRECONDITION",
        "ABORTED,             409, ABORTED",
        "OUT_OF_RANGE,        400, OUT_OF_RANGE",
        "UNIMPLEMENTED,       501, UNIMPLEMENTED",
        "INTERNAL,            500, INTERNAL_FAULT",
        "UNAVAILABLE,         503, BACKEND_UNAVAILABLE",
        "DATA_LOSS,           500, INTERNAL_FAULT",
        "UNAUTHENTICATED,     401, UNAUTHENTICATED_CALLER",
    })
    void hasAStatusAndAReasonForEveryCode(Status.Code code, int status, String reason) {
        Problem problem = of(code.toStatus().withDescription("words"), false);

        assertThat(problem.status()).isEqualTo(status);
        assertThat(problem.reason()).isEqualTo(reason);
        assertThat(problem.type())
                .isEqualTo(
                        "urn:syncopate:problem:"
                                + reason.toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        assertThat(problem.title()).isNotEmpty();
        assertThat(problem.detail()).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.Code.class,
            names = {
                "UNKNOWN",
                "INTERNAL",
                "DATA_LOSS",
                "UNAVAILABLE",
                "DEADLINE_EXCEEDED",
                "UNIMPLEMENTED"
            })
    void repeatsNoWordsOfATransportOrAFault(Status.Code code) {
        assertThat(of(code.toStatus().withDescription("10.0.0.7:9101 java.lang.X"), false).detail())
                .doesNotContain("10.0.0.7")
                .doesNotContain("java.lang");
    }

    @Test
    void anAnswerThatIsTooLargeToBeReadIsAFaultAndNoReasonToTryLater() {
        for (String packed : new String[] {"gRPC", "Decompressed gRPC"}) {
            Problem problem =
                    of(
                            Status.RESOURCE_EXHAUSTED.withDescription(
                                    packed + " message exceeds maximum size 4194304: 4200000"),
                            false);
            assertThat(problem.status()).isEqualTo(500);
            assertThat(problem.reason()).isEqualTo("INTERNAL_FAULT");
            assertThat(problem.retryAfter()).isNull();
            assertThat(problem.detail()).doesNotContain("4194304");
        }
        assertThat(of(Status.RESOURCE_EXHAUSTED.withDescription("five rooms are all"), false))
                .satisfies(
                        chosen -> {
                            assertThat(chosen.status()).isEqualTo(429);
                            assertThat(chosen.detail()).isEqualTo("five rooms are all");
                        });
    }

    @Test
    void takesReasonFieldsResourceAndDelayFromTheDetails() {
        Problem problem =
                of(
                        rich(
                                Status.Code.INVALID_ARGUMENT,
                                "refused",
                                ErrorInfo.newBuilder()
                                        .setReason("UNKNOWN_ROLE")
                                        .putMetadata("role", "x")
                                        .build(),
                                BadRequest.newBuilder()
                                        .addFieldViolations(
                                                BadRequest.FieldViolation.newBuilder()
                                                        .setField("person.live_time")
                                                        .setDescription("was 3"))
                                        .build(),
                                ResourceInfo.newBuilder()
                                        .setResourceType("person")
                                        .setResourceName("people/a")
                                        .build(),
                                RetryInfo.newBuilder()
                                        .setRetryDelay(Duration.newBuilder().setNanos(1))
                                        .build()),
                        field -> "written:" + field);

        assertThat(problem.reason()).isEqualTo("UNKNOWN_ROLE");
        assertThat(problem.detail()).isEqualTo("refused");
        assertThat(problem.errors())
                .containsExactly(
                        new Problem.Violation("written:person.live_time", null, null, "was 3"));
        assertThat(problem.metadata())
                .containsEntry("role", "x")
                .containsEntry("resourceName", "people/a");
        assertThat(problem.retryAfter()).isEqualTo(java.time.Duration.ofNanos(1));
    }

    @Test
    void saysValueAndExpectationApartWhereTheBackendDoes() {
        Problem problem =
                of(
                        rich(
                                Status.Code.INVALID_ARGUMENT,
                                "refused",
                                RefusedFields.newBuilder()
                                        .addFields(field("brief.size").setValue("-5"))
                                        .addFields(field("elsewhere").setExpected("nothing"))
                                        .addFields(field("name").setExpected("a name"))
                                        .build(),
                                BadRequest.newBuilder()
                                        .addFieldViolations(violation("brief.size", "is negative"))
                                        .addFieldViolations(violation("zone", "is unknown"))
                                        .addFieldViolations(violation("name", "is missing"))
                                        .addFieldViolations(violation("more", "is more"))
                                        .build()),
                        UnaryOperator.identity());

        assertThat(problem.errors())
                .containsExactly(
                        new Problem.Violation("brief.size", "-5", null, "is negative"),
                        new Problem.Violation("zone", null, null, "is unknown"),
                        new Problem.Violation("name", null, "a name", "is missing"),
                        new Problem.Violation("more", null, null, "is more"));
    }

    @Test
    void saysWhatIsInvalidInTheClientsNames() {
        Problem problem =
                of(
                        rich(
                                Status.Code.INVALID_ARGUMENT,
                                "program.live_time: is old",
                                ErrorInfo.newBuilder().setReason("INVALID_REQUEST").build(),
                                BadRequest.newBuilder()
                                        .addFieldViolations(violation("live_time", "is old"))
                                        .addFieldViolations(violation("", "is empty"))
                                        .addFieldViolations(violation("c", "is c"))
                                        .addFieldViolations(violation("d", "is d"))
                                        .build()),
                        field -> field.replace("live_time", "liveTime"));

        assertThat(problem.detail())
                .isEqualTo("liveTime: is old; the body: is empty; c: is c; and 1 more");
    }

    private static RefusedFields.Field.Builder field(String name) {
        return RefusedFields.Field.newBuilder().setField(name);
    }

    private static BadRequest.FieldViolation violation(String field, String description) {
        return BadRequest.FieldViolation.newBuilder()
                .setField(field)
                .setDescription(description)
                .build();
    }

    @Test
    void takesPreconditionsThatFail() {
        Problem problem =
                of(
                        rich(
                                Status.Code.FAILED_PRECONDITION,
                                "not yet",
                                PreconditionFailure.newBuilder()
                                        .addViolations(
                                                PreconditionFailure.Violation.newBuilder()
                                                        .setSubject("success_metrics")
                                                        .setDescription("none"))
                                        .build()),
                        UnaryOperator.identity());

        assertThat(problem.errors())
                .containsExactly(new Problem.Violation("success_metrics", null, null, "none"));
    }

    @Test
    void aStaleEtagIs412OnlyWhereTheRequestWasConditional() {
        var stale =
                rich(
                        Status.Code.ABORTED,
                        "stale",
                        ErrorInfo.newBuilder().setReason("STALE_ETAG").build());
        var inProgress =
                rich(
                        Status.Code.ABORTED,
                        "busy",
                        ErrorInfo.newBuilder().setReason("REQUEST_IN_PROGRESS").build());

        assertThat(status(stale, true)).isEqualTo(412);
        assertThat(status(stale, false)).isEqualTo(409);
        assertThat(status(inProgress, true)).isEqualTo(409);
    }

    private static int status(StatusRuntimeException e, boolean conditional) {
        return GrpcProblems.of(
                        e.getStatus(),
                        e.getTrailers(),
                        "echo",
                        conditional,
                        UnaryOperator.identity())
                .status();
    }

    private static Problem of(Status status, boolean conditional) {
        return GrpcProblems.of(status, null, "echo", conditional, UnaryOperator.identity());
    }

    private static Problem of(StatusRuntimeException e, UnaryOperator<String> written) {
        return GrpcProblems.of(e.getStatus(), e.getTrailers(), "echo", false, written);
    }

    private static StatusRuntimeException rich(
            Status.Code code, String message, Message... details) {
        var status = com.google.rpc.Status.newBuilder().setCode(code.value()).setMessage(message);
        for (Message detail : details) {
            status.addDetails(Any.pack(detail));
        }
        return StatusProto.toStatusRuntimeException(status.build());
    }
}
