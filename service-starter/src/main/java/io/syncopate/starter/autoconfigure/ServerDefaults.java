package io.syncopate.starter.autoconfigure;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

import java.util.Map;

/** Where Boot's own defaults do not fit replicas; whatever an application sets wins. */
final class ServerDefaults implements EnvironmentPostProcessor {

    private static final Map<String, Object> DEFAULTS =
            Map.of(
                    // The clients of the starter and of the gateway ask every 10 s whether a silent
                    // peer is there; at the default of 5 min that gets a connection closed.
                    "spring.grpc.server.keepalive.permit.time", "5s",
                    // A client looks names up when it connects: replicas that were added share the
                    // calls after this time at the latest.
                    "spring.grpc.server.keepalive.connection.max-age", "5m");

    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        environment
                .getPropertySources()
                .addLast(new MapPropertySource("syncopate-server-defaults", DEFAULTS));
    }
}
