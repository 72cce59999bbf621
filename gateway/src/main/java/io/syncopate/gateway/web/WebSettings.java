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
 * @param uploadLimit the largest body that is taken as the bytes that it is
 * @param bodyTime in which the body of a request has to arrive
 * @param headerTime in which the whole header of a request has to arrive, from the connection or from
 *     the answer before it
 * @param mostConnections that are open at a time in one replica
 * @param refreshEvery how often each backend is asked again what it serves
 */
@ConfigurationProperties("syncopate.gateway")
public record WebSettings(
        @DefaultValue("1MB") DataSize bodyLimit,
        @DefaultValue("4000KB") DataSize uploadLimit,
        @DefaultValue("30s") Duration bodyTime,
        @DefaultValue("75s") Duration headerTime,
        @DefaultValue("10000") int mostConnections,
        @DefaultValue("30s") Duration refreshEvery) {

    public WebSettings {
        Bounds.requireMessageSize("syncopate.gateway.body-limit", bodyLimit);
        Bounds.requireMessageSize("syncopate.gateway.upload-limit", uploadLimit);
        Bounds.requirePositive("syncopate.gateway.body-time", bodyTime);
        Bounds.requirePositive("syncopate.gateway.header-time", headerTime);
        if (mostConnections < 1) {
            throw new IllegalArgumentException(
                    "syncopate.gateway.most-connections is %s: expected at least 1"
                            .formatted(mostConnections));
        }
        Bounds.requirePositive("syncopate.gateway.refresh-every", refreshEvery);
    }
}
