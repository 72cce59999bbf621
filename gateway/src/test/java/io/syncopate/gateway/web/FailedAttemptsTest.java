package io.syncopate.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncopate.testkit.kernel.SettableClock;

import org.junit.jupiter.api.Test;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;

class FailedAttemptsTest {

    private final SettableClock clock = SettableClock.at("2026-03-02T09:00:00Z");
    private final FailedAttempts attempts = new FailedAttempts(clock);

    @Test
    void whoFailsTooOftenWaitsUntilAMinuteAfterTheFirst() {
        var here = from("192.0.2.1");
        for (int i = 0; i < FailedAttempts.MOST; i++) {
            assertThat(attempts.wait(here)).isEmpty();
            attempts.add(here);
            clock.advance(Duration.ofSeconds(1));
        }
        assertThat(attempts.wait(here)).contains(Duration.ofSeconds(40));
        assertThat(attempts.wait(from("192.0.2.2"))).as("of nobody else").isEmpty();
        clock.advance(Duration.ofSeconds(40));
        assertThat(attempts.wait(here)).isEmpty();
    }

    @Test
    void publicAddressesOfOneIpv6NetworkCountTogether() {
        for (int i = 0; i < FailedAttempts.MOST; i++) {
            attempts.add(from("2001:db8::" + i));
        }
        assertThat(attempts.wait(from("2001:db8::ffff"))).isPresent();
        assertThat(attempts.wait(from("2001:db8:0:1::1"))).isEmpty();

        for (int i = 0; i < FailedAttempts.MOST; i++) {
            attempts.add(from("fd00::1"));
        }
        assertThat(attempts.wait(from("fd00::1"))).isPresent();
        assertThat(attempts.wait(from("fd00::2"))).as("another pod").isEmpty();
    }

    private static Optional<InetSocketAddress> from(String address) {
        try {
            return Optional.of(new InetSocketAddress(InetAddress.getByName(address), 1));
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
