package io.syncopate.starter.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.PreconditionFailure;
import com.google.rpc.ResourceInfo;
import com.google.rpc.RetryInfo;
import com.mongodb.MongoTimeoutException;

import io.grpc.ClientInterceptor;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.MetadataUtils;
import io.syncopate.kernel.Caller;
import io.syncopate.kernel.Grant;
import io.syncopate.kernel.InvalidException;
import io.syncopate.kernel.NotFoundException;
import io.syncopate.kernel.RefusedException;
import io.syncopate.kernel.Scope;
import io.syncopate.proto.api.v1.RefusedFields;
import io.syncopate.proto.echo.v1.EchoRequest;
import io.syncopate.proto.echo.v1.EchoResponse;
import io.syncopate.proto.echo.v1.EchoServiceGrpc;
import io.syncopate.proto.echo.v1.EchoServiceGrpc.EchoServiceBlockingStub;
import io.syncopate.proto.echo.v1.UnguardedServiceGrpc;
import io.syncopate.testkit.kernel.Callers;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

class GrpcServerInterceptorsTest {

    private static final EchoRequest HELLO = EchoRequest.newBuilder().setText("hello").build();

    private final EchoServer echo;

    GrpcServerInterceptorsTest() throws IOException {
        echo = new EchoServer();
    }

    @AfterEach
    void close() {
        echo.close();
    }

    @Test
    void tellsTheHandlerWhoCallsAndHowFarTheyMayReach() {
        Caller caller = caller("echo.*:TEAM");
        echo.answering(request -> CallContext.caller().uid() + " " + CallContext.scope());
        assertThat(stub(caller).getEcho(HELLO).getText()).isEqualTo("ann TEAM");
    }

    @Test
    void handlesOnAVirtualThread() {
        echo.answering(request -> String.valueOf(Thread.currentThread().isVirtual()));
        assertThat(stub().getEcho(HELLO).getText()).isEqualTo("true");
    }

    @Test
    void refusesACallWithoutAToken() {
        StatusRuntimeException refused =
                refused(() -> EchoServiceGrpc.newBlockingStub(echo.channel).getEcho(HELLO));
        assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.UNAUTHENTICATED);
        assertThat(detail(refused, ErrorInfo.class))
                .hasValueSatisfying(
                        info -> {
                            assertThat(info.getReason()).isEqualTo("UNAUTHENTICATED_CALLER");
                            assertThat(info.getDomain()).isEqualTo("syncopate.echo");
                        });
    }

    @Test
    void refusesATooNarrowScopeNamingWhatIsNeeded() {
        StatusRuntimeException refused =
                refused(() -> stub(caller("echo.echoes.create:OWN")).createEcho(HELLO));
        assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.PERMISSION_DENIED);
        assertThat(detail(refused, ErrorInfo.class).orElseThrow().getMetadataMap())
                .containsEntry("permission", "echo.echoes.create")
                .containsEntry("scope", "TENANT");
    }

    @Test
    void refusesAnotherPermission() {
        StatusRuntimeException refused =
                refused(() -> stub(caller("echo.echoes.read:TENANT")).createEcho(HELLO));
        assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.PERMISSION_DENIED);
    }

    @Test
    void doesNotServeAContractThatForgotItsAccessRules() throws IOException {
        try (EchoServer other = new EchoServer()) {
            GrpcServerInterceptors interceptors =
                    new GrpcServerInterceptors(
                            new io.syncopate.starter.security.TokenVerifier(
                                    other.issuer, "x", "echo", other.clock),
                            request -> build.buf.protovalidate.ValidationResult.EMPTY,
                            other.clock);
            assertThatIllegalStateException()
                    .isThrownBy(
                            () ->
                                    interceptors.intercept(
                                            new UnguardedServiceGrpc.UnguardedServiceImplBase() {}))
                    .withMessageContaining("syncopate.echo.v1.UnguardedService/GetEcho");
        }
    }

    @Test
    void validatesBeforeTheHandlerAndNamesEachField() {
        echo.answering(
                request -> {
                    throw new AssertionError("the handler was reached");
                });
        StatusRuntimeException refused =
                refused(
                        () ->
                                stub().getEcho(
                                                EchoRequest.newBuilder()
                                                        .setText("x")
                                                        .addParts(part(3))
                                                        .addParts(part(9))
                                                        .build()));
        assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(detail(refused, BadRequest.class).orElseThrow().getFieldViolationsList())
                .extracting(
                        BadRequest.FieldViolation::getField,
                        BadRequest.FieldViolation::getDescription)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(
                                "text", "'x': expected at least 2 characters"),
                        org.assertj.core.groups.Tuple.tuple(
                                "parts[1].level", "9: expected 1 to 5"));
        assertThat(detail(refused, RefusedFields.class).orElseThrow().getFieldsList())
                .extracting(
                        RefusedFields.Field::getField,
                        RefusedFields.Field::getValue,
                        RefusedFields.Field::getExpected)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("text", "x", "at least 2 characters"),
                        org.assertj.core.groups.Tuple.tuple("parts[1].level", "9", "1 to 5"));
    }

    @Test
    void makesAChangeACommandAndLeavesAReadWithout() {
        AtomicReference<String> first = new AtomicReference<>();
        echo.answering(
                request -> {
                    var command = CallContext.command();
                    first.set(command.fingerprint());
                    return command.method() + " " + command.requestId() + " " + command.at();
                });
        EchoRequest request = HELLO.toBuilder().setRequestId("r1").build();
        assertThat(stub().createEcho(request).getText())
                .isEqualTo(
                        "syncopate.echo.v1.EchoService/CreateEcho Optional[r1]"
                                + " 2026-03-02T09:00:00Z");
        String fingerprint = first.get();
        assertThat(fingerprint).matches("[0-9a-f]{64}");
        stub().createEcho(request.toBuilder().setText("other").build());
        assertThat(first.get()).isNotEqualTo(fingerprint);

        StatusRuntimeException refused = refused(() -> stub().getEcho(HELLO));
        assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.INTERNAL);
    }

    @Test
    void anAnswerSaysWhenItIsThatOfAnEarlierCall() {
        AtomicReference<Metadata> headers = new AtomicReference<>(new Metadata());
        EchoServiceBlockingStub stub =
                stub().withInterceptors(
                                MetadataUtils.newCaptureMetadataInterceptor(
                                        headers, new AtomicReference<>()));
        EchoRequest request = HELLO.toBuilder().setRequestId("r1").build();
        echo.answering(
                each -> {
                    Replays.repeated(CallContext.command());
                    return "again";
                });
        stub.createEcho(request);
        assertThat(headers.get().get(CallHeaders.IDEMPOTENT_REPLAY)).isEqualTo("true");

        echo.answering(
                each -> {
                    Replays.repeated(CallContext.command());
                    Replays.done(CallContext.command());
                    return "the rest of what an earlier call began";
                });
        stub.createEcho(request);
        assertThat(headers.get().get(CallHeaders.IDEMPOTENT_REPLAY)).isNull();
    }

    @Test
    void aRefusalThatSpeaksOfWhatTheSameRequestHasJustDoneIsToldAsInProgress() {
        AtomicReference<Boolean> doneByAnother = new AtomicReference<>(true);
        echo.answering(
                request -> {
                    Replays.unanswered(CallContext.command(), doneByAnother::get);
                    throw new InvalidException("text", "was said already");
                });
        EchoRequest request = HELLO.toBuilder().setRequestId("r1").build();
        StatusRuntimeException overtaken = refused(() -> stub().createEcho(request));
        assertThat(overtaken.getStatus().getCode()).isEqualTo(Status.Code.ABORTED);
        assertThat(detail(overtaken, ErrorInfo.class).orElseThrow().getReason())
                .isEqualTo("REQUEST_IN_PROGRESS");

        doneByAnother.set(false);
        assertThat(refused(() -> stub().createEcho(request)).getStatus().getCode())
                .isEqualTo(Status.Code.INVALID_ARGUMENT);
    }

    @Test
    void fingerprintsAreTheSameWhateverTheOrderOfMaps() {
        EchoRequest one = EchoRequest.newBuilder().putLabels("a", 1).putLabels("b", 2).build();
        EchoRequest other = EchoRequest.newBuilder().putLabels("b", 2).putLabels("a", 1).build();
        assertThat(Fingerprints.of(one)).isEqualTo(Fingerprints.of(other));
    }

    @Test
    void repliesWithTheRequestIdAndLogsWithIt() {
        echo.answering(request -> String.valueOf(MDC.get("requestId")));
        AtomicReference<Metadata> headers = new AtomicReference<>(new Metadata());
        EchoServiceBlockingStub stub =
                stub().withInterceptors(
                                sending(CallHeaders.REQUEST_ID, "abc-1"),
                                MetadataUtils.newCaptureMetadataInterceptor(
                                        headers, new AtomicReference<>()));
        assertThat(stub.getEcho(HELLO).getText()).isEqualTo("abc-1");
        assertThat(headers.get().get(CallHeaders.REQUEST_ID)).isEqualTo("abc-1");
    }

    @Test
    void makesARequestIdWhenThereIsNoneOrNoDecentOne() {
        echo.answering(request -> CallContext.requestId().orElseThrow());
        assertThat(stub().getEcho(HELLO).getText()).hasSize(26);
        assertThat(
                        stub().withInterceptors(
                                        sending(CallHeaders.REQUEST_ID, "with space; and more"))
                                .getEcho(HELLO)
                                .getText())
                .hasSize(26);
    }

    @Test
    void tellsARefusalWithAllItsDetails() {
        answeringWith(new NotFoundException("echo", "echoes/x"));
        StatusRuntimeException refused = refused(() -> stub().getEcho(HELLO));
        assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.NOT_FOUND);
        assertThat(refused.getStatus().getDescription())
                .isEqualTo("echo 'echoes/x' does not exist");
        assertThat(detail(refused, ErrorInfo.class).orElseThrow())
                .isEqualTo(
                        ErrorInfo.newBuilder()
                                .setReason("RESOURCE_NOT_FOUND")
                                .setDomain("syncopate.echo")
                                .putMetadata("resourceType", "echo")
                                .putMetadata("resourceName", "echoes/x")
                                .build());
        assertThat(detail(refused, ResourceInfo.class).orElseThrow().getResourceName())
                .isEqualTo("echoes/x");
        assertThat(refusedTrailers(refused).get(CallHeaders.REQUEST_ID)).isNotNull();
    }

    @Test
    void tellsWhatStandsInTheWayAndWhenToTryAgain() {
        answeringWith(new NotReady());
        StatusRuntimeException refused = refused(() -> stub().getEcho(HELLO));
        assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.FAILED_PRECONDITION);
        assertThat(detail(refused, PreconditionFailure.class).orElseThrow().getViolations(0))
                .isEqualTo(
                        PreconditionFailure.Violation.newBuilder()
                                .setType("NOT_READY")
                                .setSubject("echoes/x")
                                .setDescription("is DRAFT: expected ASSESSED")
                                .build());
        assertThat(detail(refused, RetryInfo.class).orElseThrow().getRetryDelay().getSeconds())
                .isEqualTo(2);
    }

    @Test
    void leaksNothingOfAFaultButItsId() {
        answeringWith(new IllegalStateException("password=secret"));
        StatusRuntimeException refused = refused(() -> stub().getEcho(HELLO));
        assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.INTERNAL);
        assertThat(String.valueOf(StatusProto.fromThrowable(refused))).doesNotContain("secret");
        assertThat(detail(refused, ErrorInfo.class).orElseThrow().getReason())
                .isEqualTo("INTERNAL_FAULT");
        assertThat(refused.getStatus().getDescription())
                .contains(detail(refused, ErrorInfo.class).orElseThrow().getMetadataOrThrow("id"));
    }

    @Test
    void mapsWhatAStreamFailsWith() {
        answeringWith(new NotFoundException("echo", "echoes/x"));
        Iterator<EchoResponse> answers = stub().watchEcho(HELLO);
        assertThat(answers.next().getText()).isEqualTo("first");
        StatusRuntimeException refused = refused(answers::next);
        assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.NOT_FOUND);
        assertThat(detail(refused, ErrorInfo.class)).isPresent();
    }

    @Test
    void aStoreThatIsAwayIsUnavailableNotAFault() {
        answeringWith(new MongoTimeoutException("no server at 10.0.0.1"));
        StatusRuntimeException refused = refused(() -> stub().getEcho(HELLO));
        assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
        assertThat(refused.getStatus().getDescription()).doesNotContain("10.0.0.1");
        assertThat(detail(refused, RetryInfo.class)).isPresent();
    }

    @Test
    void passesOnAStatusThatWasChosen() {
        answeringWith(Status.RESOURCE_EXHAUSTED.withDescription("later").asRuntimeException());
        StatusRuntimeException refused = refused(() -> stub().getEcho(HELLO));
        assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
        assertThat(refused.getStatus().getDescription()).isEqualTo("later");
    }

    private static final class NotReady extends RefusedException {
        private static final long serialVersionUID = 1;

        NotReady() {
            super(
                    Kind.FAILED_PRECONDITION,
                    "NOT_READY",
                    "not ready",
                    Map.of(),
                    List.of(new Violation("echoes/x", "is DRAFT: expected ASSESSED")));
        }

        @Override
        public Optional<Duration> retryAfter() {
            return Optional.of(Duration.ofSeconds(2));
        }
    }

    private void answeringWith(RuntimeException failure) {
        echo.answering(
                request -> {
                    throw failure;
                });
    }

    private EchoServiceBlockingStub stub() {
        return stub(Callers.ann());
    }

    private EchoServiceBlockingStub stub(Caller caller) {
        return EchoServiceGrpc.newBlockingStub(echo.channel)
                .withInterceptors(
                        sending(
                                CallerInterceptor.AUTHORIZATION,
                                "Bearer " + echo.issuer.token(caller, "echo")));
    }

    private static Caller caller(String grant) {
        return new Caller(
                Callers.ACME,
                new io.syncopate.kernel.Uid("ann"),
                Set.of(),
                Set.of(Grant.parse(grant), new Grant("other.things.read", Scope.TENANT)),
                Optional.empty());
    }

    private static ClientInterceptor sending(Metadata.Key<String> key, String value) {
        Metadata headers = new Metadata();
        headers.put(key, value);
        return MetadataUtils.newAttachHeadersInterceptor(headers);
    }

    private static EchoRequest.Part part(int level) {
        return EchoRequest.Part.newBuilder().setLevel(level).build();
    }

    private static StatusRuntimeException refused(Runnable call) {
        return Objects.requireNonNull(
                catchThrowableOfType(StatusRuntimeException.class, call::run));
    }

    private static Metadata refusedTrailers(StatusRuntimeException refused) {
        return Objects.requireNonNull(refused.getTrailers());
    }

    private static <M extends Message> Optional<M> detail(
            StatusRuntimeException refused, Class<M> type) {
        var status = StatusProto.fromThrowable(refused);
        if (status == null) {
            return Optional.empty();
        }
        for (Any detail : status.getDetailsList()) {
            if (detail.is(type)) {
                try {
                    return Optional.of(detail.unpack(type));
                } catch (InvalidProtocolBufferException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        return Optional.empty();
    }
}
