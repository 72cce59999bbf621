package io.syncopate.gateway.time;

import io.syncopate.kernel.RefusedException;
import io.syncopate.kernel.TenantId;

import java.util.List;
import java.util.Map;

/** Refusals about the platform's time. */
public sealed class TimeException extends RefusedException {

    private static final long serialVersionUID = 1;

    private TimeException(Kind kind, String reason, String message, List<Violation> violations) {
        super(kind, reason, message, Map.of(), violations);
    }

    /** What one tenant does to it happens to all. The keeper is not told: it is another tenant. */
    public static final class IsShared extends TimeException {
        private static final long serialVersionUID = 1;

        public IsShared(TenantId tenant) {
            super(
                    Kind.PERMISSION_DENIED,
                    "TIME_IS_SHARED",
                    "time is that of all tenants: '%s' is not the tenant that this installation was started for"
                            .formatted(tenant.value()),
                    List.of(
                            Violation.of(
                                    "tenant",
                                    tenant.value(),
                                    "the tenant of the developer's key")));
        }
    }
}
