package io.syncopate.gateway.passthrough;

import io.grpc.Status;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.stub.StreamObserver;
import io.syncopate.gateway.backend.Backend;
import io.syncopate.gateway.backend.Backends;

/**
 * Whether the gateway serves, and whether the backend of a service does. It tells the state of now:
 * who wants to follow it asks again.
 */
final class HealthService extends HealthGrpc.HealthImplBase {

    private final Backends backends;

    HealthService(Backends backends) {
        this.backends = backends;
    }

    @Override
    public void check(HealthCheckRequest request, StreamObserver<HealthCheckResponse> answer) {
        String service = request.getService();
        var backend =
                backends.all().stream().filter(b -> b.services().contains(service)).findFirst();
        if (service.isEmpty()) {
            tell(ServingStatus.SERVING, answer);
        } else if (backend.isPresent()) {
            tell(
                    backend.get().state() == Backend.State.READY
                            ? ServingStatus.SERVING
                            : ServingStatus.NOT_SERVING,
                    answer);
        } else {
            answer.onError(
                    Status.NOT_FOUND
                            .withDescription("no service " + service + " behind this gateway")
                            .asRuntimeException());
        }
    }

    private static void tell(ServingStatus status, StreamObserver<HealthCheckResponse> answer) {
        answer.onNext(HealthCheckResponse.newBuilder().setStatus(status).build());
        answer.onCompleted();
    }
}
