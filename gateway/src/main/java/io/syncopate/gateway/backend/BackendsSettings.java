package io.syncopate.gateway.backend;

import io.syncopate.starter.settings.Bounds;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.util.Map;

/**
 * The services behind the gateway.
 *
 * @param backends by name; a name is also the audience of the tokens for it
 */
@ConfigurationProperties("syncopate")
public record BackendsSettings(@DefaultValue Map<String, BackendSettings> backends) {

    public BackendsSettings {
        backends.forEach(
                (name, backend) ->
                        Bounds.requireMessageSize(
                                "syncopate.backends.%s.message-limit".formatted(name),
                                backend.messageLimit()));
    }
}
