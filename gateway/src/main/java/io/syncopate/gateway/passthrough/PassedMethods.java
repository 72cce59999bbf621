package io.syncopate.gateway.passthrough;

import io.grpc.HandlerRegistry;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerMethodDefinition;
import io.syncopate.gateway.backend.Backend;
import io.syncopate.gateway.backend.Backends;
import io.syncopate.gateway.backend.GrpcTarget;
import io.syncopate.gateway.problem.ProblemException;
import io.syncopate.gateway.problem.Problems;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** The methods of all backends, as they are known when a call comes. */
final class PassedMethods extends HandlerRegistry {

    private final Backends backends;
    private final AdmissionInterceptor admission;
    private final PassThrough passThrough;

    PassedMethods(Backends backends, AdmissionInterceptor admission, PassThrough passThrough) {
        this.backends = backends;
        this.admission = admission;
        this.passThrough = passThrough;
    }

    @Override
    public @Nullable ServerMethodDefinition<?, ?> lookupMethod(
            String methodName, @Nullable String authority) {
        return backends.method(methodName)
                .map(this::definition)
                .or(() -> awaited(methodName))
                .orElse(null);
    }

    /** A service that was never there yet is away; what it has is not known. */
    private Optional<ServerMethodDefinition<byte[], byte[]>> awaited(String method) {
        return Optional.ofNullable(MethodDescriptor.extractFullServiceName(method))
                .flatMap(backends::awaitedService)
                .map(
                        backend ->
                                ServerMethodDefinition.create(
                                        GrpcTarget.unknown(method),
                                        (call, headers) ->
                                                admission.interceptCall(
                                                        call,
                                                        headers,
                                                        (admitted, _) ->
                                                                away(admitted, method, backend))));
    }

    private static ServerCall.Listener<byte[]> away(
            ServerCall<byte[], byte[]> call, String method, Backend backend) {
        return GrpcRefusals.close(
                call,
                new ProblemException(Problems.backendUnavailable(backend.name())),
                method,
                AdmissionInterceptor.known().facts());
    }

    private ServerMethodDefinition<byte[], byte[]> definition(GrpcTarget target) {
        return ServerMethodDefinition.create(
                target.call(),
                (call, headers) -> admission.interceptCall(call, headers, passThrough.to(target)));
    }
}
