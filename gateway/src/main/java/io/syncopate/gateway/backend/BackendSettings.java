package io.syncopate.gateway.backend;

import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

import java.time.Duration;
import java.util.List;

/**
 * One service behind the gateway and what it may serve.
 *
 * @param address {@code host:port}, {@code static:///host:port,host:port} or {@code in-process:<name>}
 * @param packages protobuf packages whose services are looked at
 * @param paths prefixes of the paths that its methods may have, by whole segments
 * @param permissions prefixes of the permissions that its methods may ask for
 * @param deadline how long a call may take
 * @param messageLimit the largest message of an answer
 */
public record BackendSettings(
        String address,
        @DefaultValue List<String> packages,
        @DefaultValue List<String> paths,
        @DefaultValue List<String> permissions,
        @DefaultValue("10s") Duration deadline,
        @DefaultValue("17MB") DataSize messageLimit) {

    /** Whether a method of it may ask for this permission. */
    boolean mayAskFor(String permission) {
        return permissions.stream()
                .anyMatch(
                        prefix -> permission.equals(prefix) || permission.startsWith(prefix + "."));
    }
}
