package io.syncopate.starter.client;

import io.grpc.NameResolver;
import io.grpc.NameResolverProvider;

import org.jspecify.annotations.Nullable;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Replicas that are known by their addresses: {@code static:///host:port,host:port}. gRPC finds it by
 * itself, for the channels of the starter and of the gateway. Where replicas have one name, {@code
 * dns:///name:port} is the better target.
 */
public final class StaticNameResolverProvider extends NameResolverProvider {

    private static final String SCHEME = "static";

    /** For the service loader. */
    public StaticNameResolverProvider() {}

    @Override
    public @Nullable NameResolver newNameResolver(URI target, NameResolver.Args args) {
        return SCHEME.equals(target.getScheme())
                ? new StaticNameResolver(replicas(target), args)
                : null;
    }

    @Override
    public String getDefaultScheme() {
        return SCHEME;
    }

    @Override
    public Collection<Class<? extends SocketAddress>> getProducedSocketAddressTypes() {
        return Set.of(InetSocketAddress.class);
    }

    @Override
    protected boolean isAvailable() {
        return true;
    }

    @Override
    protected int priority() {
        // Below DNS, which stays the scheme of a target that names none.
        return 4;
    }

    private static List<InetSocketAddress> replicas(URI target) {
        String path = target.getPath() == null ? "" : target.getPath().replaceFirst("^/", "");
        return Arrays.stream(path.split(",")).map(each -> replica(each.strip(), target)).toList();
    }

    private static InetSocketAddress replica(String text, URI target) {
        int colon = text.lastIndexOf(':');
        try {
            int port = Integer.parseInt(text.substring(colon + 1));
            if (colon > 0) {
                String host = text.substring(0, colon).replaceAll("^\\[|]$", "");
                return InetSocketAddress.createUnresolved(host, port);
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        throw new IllegalArgumentException(
                "'%s' in %s: expected static:///host:port,host:port".formatted(text, target));
    }
}
