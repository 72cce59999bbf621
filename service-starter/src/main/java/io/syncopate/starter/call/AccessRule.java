package io.syncopate.starter.call;

import com.google.protobuf.Descriptors;

import io.grpc.MethodDescriptor;
import io.grpc.ServerServiceDefinition;
import io.grpc.protobuf.ProtoMethodDescriptorSupplier;
import io.syncopate.kernel.Scope;
import io.syncopate.proto.api.v1.Access;
import io.syncopate.proto.api.v1.AccessProto;

import java.util.List;
import java.util.Optional;

/**
 * What the contract asks of a caller of one method.
 *
 * @param scope the narrowest in which the permission must be held
 * @param servicesOnly whether the caller has to be a service in its own name
 */
public record AccessRule(String permission, Scope scope, boolean servicesOnly) {

    static Optional<AccessRule> of(MethodDescriptor<?, ?> method) {
        return descriptor(method).flatMap(AccessRule::of);
    }

    static Optional<Descriptors.MethodDescriptor> descriptor(MethodDescriptor<?, ?> method) {
        return method.getSchemaDescriptor() instanceof ProtoMethodDescriptorSupplier supplier
                ? Optional.of(supplier.getMethodDescriptor())
                : Optional.empty();
    }

    /** Empty when the contract does not say, or without a permission or a scope: that admits nobody. */
    public static Optional<AccessRule> of(Descriptors.MethodDescriptor method) {
        Access access = method.getOptions().getExtension(AccessProto.access);
        Optional<Scope> scope =
                switch (access.getScope()) {
                    case SCOPE_OWN -> Optional.of(Scope.OWN);
                    case SCOPE_TEAM -> Optional.of(Scope.TEAM);
                    case SCOPE_TENANT -> Optional.of(Scope.TENANT);
                    case SCOPE_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
                };
        return access.getPermission().isEmpty()
                ? Optional.empty()
                : scope.map(
                        narrowest ->
                                new AccessRule(
                                        access.getPermission(),
                                        narrowest,
                                        access.getServicesOnly()));
    }

    /**
     * @throws IllegalStateException naming each method of the service that has no rule
     */
    static void requireFor(ServerServiceDefinition service) {
        if (OpenServices.contains(service.getServiceDescriptor().getName())) {
            return;
        }
        List<String> without =
                service.getServiceDescriptor().getMethods().stream()
                        .filter(method -> of(method).isEmpty())
                        .map(MethodDescriptor::getFullMethodName)
                        .sorted()
                        .toList();
        if (!without.isEmpty()) {
            throw new IllegalStateException(
                    "methods without the option (syncopate.api.v1.access): %s: expected a permission and a scope"
                            .formatted(String.join(", ", without)));
        }
    }
}
