package io.syncopate.gateway.web;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts who failed to prove themselves, by the address that they come from; of a public one of
 * IPv6 by its network, because whoever has one address there has them all. In one replica.
 */
final class FailedAttempts {

    /** More than a service makes that was given the wrong secret, and too few to guess one. */
    static final int MOST = 20;

    static final Duration WITHIN = Duration.ofMinutes(1);

    private static final int REMEMBERED = 10_000;
    private static final int IPV6_NETWORK = 8;

    private final Clock clock;
    private final Map<String, Failures> failures =
            new LinkedHashMap<>(64, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
                    return size() > REMEMBERED;
                }
            };

    private record Failures(int count, Instant until) {}

    FailedAttempts(Clock clock) {
        this.clock = clock;
    }

    /** How long the address has to wait before what it sends is looked at; empty for not at all. */
    synchronized Optional<Duration> wait(Optional<InetSocketAddress> from) {
        Instant now = clock.instant();
        return current(source(from), now)
                .filter(found -> found.count() >= MOST)
                .map(found -> Duration.between(now, found.until()));
    }

    synchronized void add(Optional<InetSocketAddress> from) {
        Instant now = clock.instant();
        String source = source(from);
        Failures before = current(source, now).orElse(new Failures(0, now.plus(WITHIN)));
        failures.put(source, new Failures(before.count() + 1, before.until()));
    }

    private Optional<Failures> current(String source, Instant now) {
        return Optional.ofNullable(failures.get(source))
                .filter(found -> now.isBefore(found.until()));
    }

    private static String source(Optional<InetSocketAddress> from) {
        return from.map(InetSocketAddress::getAddress).map(FailedAttempts::network).orElse("");
    }

    /** Within a cluster whole networks are of many. */
    private static boolean isPublic(byte[] ipv6) {
        return (ipv6[0] & 0xe0) == 0x20;
    }

    private static String network(InetAddress address) {
        byte[] bytes = address.getAddress();
        return HexFormat.of()
                .formatHex(
                        address instanceof Inet6Address && isPublic(bytes)
                                ? Arrays.copyOf(bytes, IPV6_NETWORK)
                                : bytes);
    }
}
