package io.syncopate.assessment.program.client;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.ErrorInfo;

import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.AbstractStub;
import io.syncopate.assessment.program.StepFailedException;
import io.syncopate.assessment.program.StepRefusedException;
import io.syncopate.assessment.program.StepRefusedException.Why;
import io.syncopate.kernel.Caller;
import io.syncopate.kernel.RefusedException;
import io.syncopate.starter.call.CallContext;
import io.syncopate.starter.client.Backend;

import java.util.function.Function;

/** Another service, asked in somebody's name; what goes wrong is told in words for an owner. */
final class OtherService<S extends AbstractStub<S>> {

    private static final String PUBLISHED = "SERIES_PUBLISHED";
    private static final String REUSED = "REQUEST_ID_REUSED";

    private final String name;
    private final Backend<S> backend;

    OtherService(String name, Backend<S> backend) {
        this.name = name;
        this.backend = backend;
    }

    /**
     * @param rpc one that may be repeated
     * @throws StepFailedException when the service is away, too slow or busy
     * @throws StepRefusedException when it will not do it, however often it is asked
     */
    <R> R ask(Caller by, Function<S, R> rpc) {
        try {
            return CallContext.callAs(by, () -> backend.idempotent(rpc));
        } catch (StatusRuntimeException e) {
            throw told(e);
        } catch (RefusedException e) {
            throw new StepFailedException(String.valueOf(e.getMessage()), e);
        }
    }

    private RuntimeException told(StatusRuntimeException e) {
        String description = e.getStatus().getDescription();
        String message =
                "%s answered %s: %s"
                        .formatted(
                                name,
                                e.getStatus().getCode(),
                                description == null ? "no reason given" : description);
        return switch (e.getStatus().getCode()) {
            case INVALID_ARGUMENT, FAILED_PRECONDITION, OUT_OF_RANGE ->
                    new StepRefusedException(
                            switch (reason(e)) {
                                case PUBLISHED -> Why.PUBLISHED;
                                case REUSED -> Why.INCONCLUSIVE;
                                default -> Why.NOT_ACCEPTED;
                            },
                            message,
                            e);
            case NOT_FOUND -> new StepRefusedException(Why.GONE, message, e);
            case PERMISSION_DENIED, ALREADY_EXISTS ->
                    new StepRefusedException(Why.INCONCLUSIVE, message, e);
            case OK,
                    CANCELLED,
                    UNKNOWN,
                    DEADLINE_EXCEEDED,
                    RESOURCE_EXHAUSTED,
                    ABORTED,
                    UNIMPLEMENTED,
                    INTERNAL,
                    UNAVAILABLE,
                    DATA_LOSS,
                    UNAUTHENTICATED ->
                    new StepFailedException(message, e);
        };
    }

    private static String reason(StatusRuntimeException e) {
        com.google.rpc.Status status = StatusProto.fromThrowable(e);
        if (status == null) {
            return "";
        }
        return status.getDetailsList().stream()
                .filter(detail -> detail.is(ErrorInfo.class))
                .findFirst()
                .map(
                        detail -> {
                            try {
                                return detail.unpack(ErrorInfo.class).getReason();
                            } catch (InvalidProtocolBufferException broken) {
                                return "";
                            }
                        })
                .orElse("");
    }
}
