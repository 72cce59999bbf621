package io.syncopate.kernel;

import java.util.regex.Pattern;

/** A person, by the only thing the services store of them; a service is {@code service.<name>}. */
public record Uid(String value) {

    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final String SERVICE_PREFIX = "service.";

    public Uid {
        if (!VALID.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "uid '%s': expected 1 to 64 letters, digits, '.', '_' or '-'".formatted(value));
        }
    }

    public static Uid ofService(String name) {
        return new Uid(SERVICE_PREFIX + name);
    }

    public boolean isService() {
        return value.startsWith(SERVICE_PREFIX);
    }

    @Override
    public String toString() {
        return value;
    }
}
