package io.syncopate.starter.autoconfigure;

import jakarta.validation.constraints.NotBlank;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import java.net.URI;

/**
 * Whose tokens the service takes, and how it gets its own.
 *
 * @param issuerUri base address of the gateway: keys at /.well-known/jwks.json, tokens at
 *     /internal/token
 * @param issuer what the tokens' iss says
 * @param serviceSecret what the service proves itself with when it asks for a token: 32 characters at
 *     least, because whoever has it may act in every tenant; null or empty for none
 */
@Validated
@ConfigurationProperties("syncopate.security")
public record SecurityProperties(
        @Nullable URI issuerUri,
        @NotBlank @DefaultValue("syncopate-gateway") String issuer,
        @Nullable String serviceSecret) {

    /** As many random letters and digits as nobody guesses. */
    private static final int SHORTEST_SECRET = 32;

    public SecurityProperties {
        if (serviceSecret != null
                && !serviceSecret.isEmpty()
                && serviceSecret.strip().length() < SHORTEST_SECRET) {
            // without the value: this ends in a log
            throw new IllegalArgumentException(
                    "syncopate.security.service-secret is too short: expected at least %d characters"
                            .formatted(SHORTEST_SECRET));
        }
    }

    /**
     * @throws IllegalStateException when it is not set
     */
    public URI requiredIssuerUri() {
        if (issuerUri == null) {
            throw new IllegalStateException(
                    "syncopate.security.issuer-uri is not set: expected the gateway's address, such"
                            + " as http://gateway:8080");
        }
        return issuerUri;
    }

    /**
     * @throws IllegalStateException when it is not set
     */
    public String requiredServiceSecret() {
        if (serviceSecret == null || serviceSecret.isBlank()) {
            throw new IllegalStateException(
                    "syncopate.security.service-secret is not set: this service calls others and"
                            + " must prove itself to the gateway");
        }
        return serviceSecret;
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "SecurityProperties[issuerUri=%s, issuer=%s]".formatted(issuerUri, issuer);
    }
}
