package io.syncopate.gateway.passthrough;

import io.grpc.HandlerRegistry;
import io.grpc.ServerMethodDefinition;
import io.syncopate.gateway.backend.Backends;
import io.syncopate.gateway.backend.GrpcTarget;

import org.jspecify.annotations.Nullable;

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
        return backends.method(methodName).map(this::definition).orElse(null);
    }

    private ServerMethodDefinition<byte[], byte[]> definition(GrpcTarget target) {
        return ServerMethodDefinition.create(
                target.call(),
                (call, headers) -> admission.interceptCall(call, headers, passThrough.to(target)));
    }
}
