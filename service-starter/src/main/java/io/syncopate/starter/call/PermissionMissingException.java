package io.syncopate.starter.call;

import io.syncopate.kernel.RefusedException;
import io.syncopate.kernel.Scope;

import java.util.List;
import java.util.Map;

/** The caller's grants do not include what the method asks for. */
public final class PermissionMissingException extends RefusedException {

    private static final long serialVersionUID = 1;

    PermissionMissingException(String permission, Scope scope) {
        super(
                Kind.PERMISSION_DENIED,
                "PERMISSION_MISSING",
                "the permission %s is needed, at least for %s".formatted(permission, scope),
                Map.of("permission", permission, "scope", scope.name()),
                List.of());
    }

    PermissionMissingException(String method) {
        super(
                Kind.PERMISSION_DENIED,
                "PERMISSION_MISSING",
                "%s states no permission, so nobody may call it".formatted(method));
    }

    private PermissionMissingException(String message, Map<String, String> metadata) {
        super(Kind.PERMISSION_DENIED, "PERMISSION_MISSING", message, metadata, List.of());
    }

    static PermissionMissingException forServicesOnly(String permission) {
        return new PermissionMissingException(
                "the permission %s is for services in their own name alone".formatted(permission),
                Map.of("permission", permission));
    }
}
