package io.syncopate.starter.autoconfigure;

import io.syncopate.starter.client.BackendSettings;
import io.syncopate.starter.settings.Bounds;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The services that this one calls.
 *
 * @param backends by name
 */
@Validated
@ConfigurationProperties("syncopate")
public record BackendsProperties(@DefaultValue Map<String, @Valid Target> backends) {

    public BackendsProperties {
        backends.forEach(
                (name, target) ->
                        Bounds.requireMessageSize(
                                "syncopate.backends.%s.message-limit".formatted(name),
                                target.messageLimit()));
    }

    /**
     * One of them.
     *
     * @param address host:port, any target that gRPC resolves, or in-process:name
     * @param deadline for a call with all its attempts
     * @param maxConcurrent calls under way at once; the next one is refused
     * @param attempts of an idempotent call, the first one included
     * @param messageLimit the largest answer that is read off the network
     */
    public record Target(
            @NotBlank String address,
            @DefaultValue("5s") Duration deadline,
            @Min(1) @DefaultValue("64") int maxConcurrent,
            @Min(1) @DefaultValue("3") int attempts,
            @DefaultValue("17MB") DataSize messageLimit) {}

    Map<String, BackendSettings> toSettings() {
        return backends.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                entry -> {
                                    Target target = entry.getValue();
                                    return new BackendSettings(
                                            target.address(),
                                            target.deadline(),
                                            target.maxConcurrent(),
                                            target.attempts(),
                                            target.messageLimit());
                                }));
    }
}
