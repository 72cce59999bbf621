package io.syncopate.starter;

import java.util.regex.Pattern;

/**
 * The service's name ({@code spring.application.name}): the audience of tokens for it, what its own
 * calls are made as, the source of its events and part of its database's name.
 */
public record ServiceName(String value) {

    private static final Pattern VALID = Pattern.compile("[a-z]([a-z0-9-]{0,30}[a-z0-9])?");

    public ServiceName {
        if (!VALID.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "spring.application.name '%s': expected up to 32 of a-z, 0-9 and inner hyphens"
                            .formatted(value));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
