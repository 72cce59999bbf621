package io.syncopate.standalone;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.SimpleCommandLinePropertySource;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

/**
 * Where the gateway listens. The command line alone says it: what it leaves out is the loopback
 * address, and it goes before everything else that a module reads.
 */
final class GatewayAddress {

    private static final String NAME = "server.address";

    private GatewayAddress() {}

    /** What others than this machine would reach; an empty one is every address that there is. */
    static Optional<String> beyondLoopback(List<String> arguments) {
        // Read as the web server reads it, however its name is spelt.
        var commandLine =
                new SimpleCommandLinePropertySource(
                        Settings.merged(List.of(), arguments).toArray(String[]::new));
        return new Binder(ConfigurationPropertySources.from(List.of(commandLine)))
                .bind(NAME, String.class)
                .map(Optional::of)
                .orElse(Optional.empty())
                .filter(address -> !isLoopback(address))
                .map(address -> "--%s=%s".formatted(NAME, address));
    }

    private static boolean isLoopback(String address) {
        try {
            return !address.isBlank() && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
