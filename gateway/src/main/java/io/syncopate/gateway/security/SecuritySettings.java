package io.syncopate.gateway.security;

import io.syncopate.starter.settings.Bounds;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Who is let in.
 *
 * @param developer a key in a file, for whoever can read the file; off without a file
 * @param signInLife how long a sign-in link can be used
 * @param sessionLife how long a browser stays signed in
 * @param tokenLife how long an internal token is good, at most five minutes
 * @param signingKeyLife after which a new key signs
 * @param roles what each role permits, as {@code permission:SCOPE}
 */
@ConfigurationProperties("syncopate.gateway")
public record SecuritySettings(
        @DefaultValue Developer developer,
        @DefaultValue("10m") Duration signInLife,
        @DefaultValue("12h") Duration sessionLife,
        @DefaultValue("4m") Duration tokenLife,
        @DefaultValue("24h") Duration signingKeyLife,
        @DefaultValue Map<String, List<String>> roles) {

    private static final Duration LONGEST_TOKEN = Duration.ofMinutes(5);

    /**
     * @param keyFile is written with a new key when it is not there, readable by its owner alone
     * @param tenant in which the key works
     * @param uid of the person it calls as, who is entered with the role owner when missing
     */
    public record Developer(
            @Nullable Path keyFile,
            @DefaultValue("default") String tenant,
            @DefaultValue("developer") String uid) {}

    public SecuritySettings {
        if (tokenLife.compareTo(LONGEST_TOKEN) > 0
                || tokenLife.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalArgumentException(
                    "syncopate.gateway.token-life is %s: expected 1m to 5m".formatted(tokenLife));
        }
        Bounds.requirePositive("syncopate.gateway.sign-in-life", signInLife);
        Bounds.requirePositive("syncopate.gateway.session-life", sessionLife);
        Bounds.requirePositive("syncopate.gateway.signing-key-life", signingKeyLife);
    }
}
