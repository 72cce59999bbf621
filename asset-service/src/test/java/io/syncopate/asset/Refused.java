package io.syncopate.asset;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.ErrorInfo;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

import java.util.Objects;

/** What a refused call tells its caller. */
final class Refused {

    private Refused() {}

    static StatusRuntimeException of(ThrowingCallable call) {
        return Objects.requireNonNull(
                catchThrowableOfType(StatusRuntimeException.class, call),
                "the call was not refused");
    }

    static Status.Code code(ThrowingCallable call) {
        return of(call).getStatus().getCode();
    }

    static String reason(ThrowingCallable call) {
        return info(of(call)).getReason();
    }

    static ErrorInfo info(StatusRuntimeException refused) {
        try {
            for (Any detail :
                    Objects.requireNonNull(StatusProto.fromThrowable(refused)).getDetailsList()) {
                if (detail.is(ErrorInfo.class)) {
                    return detail.unpack(ErrorInfo.class);
                }
            }
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("no ErrorInfo in " + refused);
    }
}
