package io.syncopate.starter.call;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/** What anybody may ask any service: whether it lives, and what it offers. */
final class OpenServices {

    private static final Set<String> NAMES =
            Set.of(
                    "grpc.health.v1.Health",
                    "grpc.reflection.v1.ServerReflection",
                    "grpc.reflection.v1alpha.ServerReflection");

    private OpenServices() {}

    static boolean contains(@Nullable String service) {
        return service != null && NAMES.contains(service);
    }
}
