package io.syncopate.assessment.program.client;

import io.grpc.StatusRuntimeException;
import io.syncopate.assessment.program.StepFailedException;
import io.syncopate.kernel.Caller;
import io.syncopate.kernel.RefusedException;
import io.syncopate.starter.call.CallContext;

import java.util.function.Supplier;

/** Asks another service in somebody's name, and tells what went wrong in words for an owner. */
final class Steps {

    private Steps() {}

    /**
     * @throws StepFailedException when the service refused, is away or did not answer in time
     */
    static <R> R take(Caller by, String service, Supplier<R> call) {
        try {
            return CallContext.callAs(by, call);
        } catch (StatusRuntimeException e) {
            String description = e.getStatus().getDescription();
            throw new StepFailedException(
                    "%s answered %s: %s"
                            .formatted(
                                    service,
                                    e.getStatus().getCode(),
                                    description == null ? "no reason given" : description),
                    e);
        } catch (RefusedException e) {
            throw new StepFailedException(String.valueOf(e.getMessage()), e);
        }
    }
}
