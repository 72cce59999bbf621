package io.syncopate.gateway.backend;

import com.google.protobuf.Descriptors.MethodDescriptor;

import io.syncopate.gateway.transcoding.Route;
import io.syncopate.starter.call.AccessRule;

import java.util.List;
import java.util.Optional;

/** What one backend may serve. A backend without a list for something may serve nothing of it. */
final class Fence {

    /** Served by the gateway itself. */
    private static final List<String> OWN =
            List.of(
                    "/.well-known",
                    "/actuator",
                    "/internal",
                    "/sign-in",
                    "/sign-out",
                    "/v1/status");

    private final BackendSettings settings;

    Fence(BackendSettings settings) {
        this.settings = settings;
    }

    boolean allowsService(String fullName) {
        int dot = fullName.lastIndexOf('.');
        return dot > 0 && settings.packages().contains(fullName.substring(0, dot));
    }

    /** Whether a request for this path, as it was sent, can be for the backend. */
    boolean allowsPath(String path) {
        return OWN.stream().noneMatch(own -> covers(own, path))
                && settings.paths().stream().anyMatch(prefix -> covers(prefix, path));
    }

    /** Why the route is refused; empty when it may be served. */
    Optional<String> refusal(Route route) {
        String shape = route.template().shape();
        if (OWN.stream().anyMatch(own -> covers(own, shape))) {
            return Optional.of("the path belongs to the gateway itself");
        }
        if (settings.paths().stream().noneMatch(prefix -> covers(prefix, shape))) {
            return Optional.of("the path is outside of the allowed " + settings.paths());
        }
        return permissionRefusal(route.method());
    }

    private Optional<String> permissionRefusal(MethodDescriptor method) {
        Optional<AccessRule> access = AccessRule.of(method);
        if (access.isEmpty()) {
            return Optional.of(
                    "the method has no option (syncopate.api.v1.access) with a permission and a"
                            + " scope");
        }
        String permission = access.get().permission();
        boolean allowed = settings.mayAskFor(permission);
        return allowed
                ? Optional.empty()
                : Optional.of(
                        "its permission '"
                                + permission
                                + "' is outside of the allowed "
                                + settings.permissions());
    }

    /** By whole segments: /v1/things covers /v1/things/*, /v1/things:preview, not /v1/thingsX. */
    private static boolean covers(String prefix, String path) {
        if (!path.startsWith(prefix)) {
            return false;
        }
        return path.length() == prefix.length()
                || path.charAt(prefix.length()) == '/'
                || path.charAt(prefix.length()) == ':';
    }
}
