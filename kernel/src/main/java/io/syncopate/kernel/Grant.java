package io.syncopate.kernel;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A permission and how far it reaches: {@code assessment.programs.read} over the TENANT. A trailing
 * {@code .*}, or {@code *} alone, stands for everything below.
 */
public record Grant(String permission, Scope scope) {

    private static final Pattern VALID =
            Pattern.compile("\\*|[a-zA-Z][a-zA-Z0-9-]*(\\.[a-zA-Z][a-zA-Z0-9-]*)*(\\.\\*)?");

    public Grant {
        if (!VALID.matcher(permission).matches()) {
            throw new IllegalArgumentException(
                    "permission '%s': expected dotted words, optionally ending in '.*', or '*'"
                            .formatted(permission));
        }
    }

    /** Reads {@code assessment.programs.read:TENANT}, the form that tokens carry. */
    public static Grant parse(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException(
                    "grant '%s': expected <permission>:<OWN|TEAM|TENANT>".formatted(text));
        }
        try {
            return new Grant(
                    text.substring(0, colon),
                    Scope.valueOf(text.substring(colon + 1).toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "grant '%s': expected <permission>:<OWN|TEAM|TENANT>".formatted(text), e);
        }
    }

    public boolean covers(String wanted) {
        if (permission.equals("*") || permission.equals(wanted)) {
            return true;
        }
        return permission.endsWith(".*")
                && wanted.startsWith(permission.substring(0, permission.length() - 1));
    }

    /** The same, reaching no further than this. */
    public Grant within(Scope reach) {
        return new Grant(permission, Scope.narrower(scope, reach));
    }

    @Override
    public String toString() {
        return permission + ":" + scope;
    }
}
