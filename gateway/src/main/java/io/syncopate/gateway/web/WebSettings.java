package io.syncopate.gateway.web;

import io.syncopate.starter.settings.Bounds;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

import java.time.Duration;

/**
 * How requests are taken.
 *
 * @param bodyLimit the largest body of a request
 * @param bodyTime in which the body of a request has to arrive
 * @param refreshEvery how often each backend is asked again what it serves
 */
@ConfigurationProperties("syncopate.gateway")
public record WebSettings(
        @DefaultValue("1MB") DataSize bodyLimit,
        @DefaultValue("30s") Duration bodyTime,
        @DefaultValue("30s") Duration refreshEvery) {

    private static final DataSize MOST = DataSize.ofMegabytes(64);

    public WebSettings {
        if (bodyLimit.toBytes() < 1 || bodyLimit.compareTo(MOST) > 0) {
            throw new IllegalArgumentException(
                    "syncopate.gateway.body-limit is %s: expected 1B to 64MB".formatted(bodyLimit));
        }
        Bounds.requirePositive("syncopate.gateway.body-time", bodyTime);
        Bounds.requirePositive("syncopate.gateway.refresh-every", refreshEvery);
    }
}
