package io.syncopate.gateway.passthrough;

import io.syncopate.starter.settings.Bounds;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How clients of gRPC are served.
 *
 * @param port for them; they are not served without one, and 0 takes any that is free
 * @param messageLimit the largest message of a client
 */
@ConfigurationProperties("syncopate.gateway.grpc")
record PassThroughSettings(@Nullable Integer port, @DefaultValue("4MB") DataSize messageLimit) {

    PassThroughSettings {
        if (port != null && (port < 0 || port > 65_535)) {
            throw new IllegalArgumentException(
                    "syncopate.gateway.grpc.port is %d: expected 0 to 65535".formatted(port));
        }
        Bounds.requireMessageSize("syncopate.gateway.grpc.message-limit", messageLimit);
    }
}
