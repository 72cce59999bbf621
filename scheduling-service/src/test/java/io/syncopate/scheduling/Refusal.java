package io.syncopate.scheduling;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What a caller sees of a refused call. */
public record Refusal(Status.Code code, String reason, List<String> fields, String text) {

    public static Refusal of(ThrowingCallable call) {
        StatusRuntimeException thrown = catchThrowableOfType(StatusRuntimeException.class, call);
        Objects.requireNonNull(thrown, "the call was not refused");
        String reason = "";
        var fields = new ArrayList<String>();
        var text = new StringBuilder(String.valueOf(thrown.getStatus().getDescription()));
        try {
            for (Any detail :
                    Objects.requireNonNull(StatusProto.fromThrowable(thrown)).getDetailsList()) {
                if (detail.is(ErrorInfo.class)) {
                    reason = detail.unpack(ErrorInfo.class).getReason();
                }
                if (detail.is(BadRequest.class)) {
                    for (BadRequest.FieldViolation violation :
                            detail.unpack(BadRequest.class).getFieldViolationsList()) {
                        fields.add(violation.getField());
                        text.append(' ').append(violation.getDescription());
                    }
                }
            }
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
        return new Refusal(thrown.getStatus().getCode(), reason, fields, text.toString());
    }
}
