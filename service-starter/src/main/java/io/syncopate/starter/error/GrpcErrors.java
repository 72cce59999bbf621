package io.syncopate.starter.error;

import com.google.protobuf.Any;
import com.google.rpc.ErrorInfo;
import com.mongodb.MongoException;

import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.syncopate.kernel.Ids;
import io.syncopate.kernel.RefusedException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns what a handler throws into what its caller may see. */
public final class GrpcErrors {

    private static final Logger log = LoggerFactory.getLogger(GrpcErrors.class);

    private static final Pattern IN_A_PACKAGE =
            Pattern.compile("(.+?)(?:\\.v\\d[a-z0-9]*)?\\.[^./]+/.*");

    private GrpcErrors() {}

    /**
     * @param method full name of the method that was called; its package gives the error's domain
     */
    public static StatusRuntimeException toStatus(Throwable thrown, String method) {
        return switch (thrown) {
            case RefusedException refusal -> RefusalStatus.of(refusal, domain(method));
            case StatusRuntimeException told when isTold(told.getStatus()) -> told;
            case StatusException told when isTold(told.getStatus()) ->
                    new StatusRuntimeException(told.getStatus(), told.getTrailers());
            case MongoException away when StoreOutage.isTheCauseOf(away) -> storeAway(away, method);
            default -> fault(thrown, method);
        };
    }

    /**
     * The contract's package without its version: {@code syncopate.assessment} for {@code
     * syncopate.assessment.v1.ProgramService/GetProgram}, {@code acme.rooms} for {@code
     * acme.rooms.v1.RoomService/GetRoom}.
     */
    static String domain(String method) {
        Matcher named = IN_A_PACKAGE.matcher(method);
        return named.matches() ? named.group(1) : "syncopate";
    }

    /** A status that a handler or another service chose; the others come from a fault. */
    private static boolean isTold(Status status) {
        return switch (status.getCode()) {
            case UNKNOWN, INTERNAL, DATA_LOSS, OK -> false;
            default -> true;
        };
    }

    private static StatusRuntimeException storeAway(RuntimeException away, String method) {
        log.warn("{}: the store is away", method, away);
        return RefusalStatus.of(new StoreUnavailableException(), domain(method));
    }

    private static StatusRuntimeException fault(Throwable thrown, String method) {
        String id = Ids.random();
        log.error("{} failed, told as fault {}", method, id, thrown);
        return StatusProto.toStatusRuntimeException(
                com.google.rpc.Status.newBuilder()
                        .setCode(Status.Code.INTERNAL.value())
                        .setMessage("internal fault " + id)
                        .addDetails(
                                Any.pack(
                                        ErrorInfo.newBuilder()
                                                .setReason("INTERNAL_FAULT")
                                                .setDomain(domain(method))
                                                .putMetadata("id", id)
                                                .build()))
                        .build());
    }
}
