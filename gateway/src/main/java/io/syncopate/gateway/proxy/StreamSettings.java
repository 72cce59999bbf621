package io.syncopate.gateway.proxy;

import io.syncopate.starter.settings.Bounds;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * How long and how many streams may be.
 *
 * @param longestLife after which a stream is ended, to be gone on with by a new request
 * @param mostPerCaller open at a time in one replica
 * @param most of all callers open at a time in one replica
 * @param heartbeat how often something is sent where nothing happens
 * @param retryAfter how long a client shall wait before it comes back
 */
@ConfigurationProperties("syncopate.gateway.streams")
public record StreamSettings(
        @DefaultValue("30m") Duration longestLife,
        @DefaultValue("20") int mostPerCaller,
        @DefaultValue("1000") int most,
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("1s") Duration retryAfter) {

    public StreamSettings {
        Bounds.requirePositive("syncopate.gateway.streams.longest-life", longestLife);
        Bounds.requirePositive("syncopate.gateway.streams.heartbeat", heartbeat);
        Bounds.requirePositive("syncopate.gateway.streams.retry-after", retryAfter);
        if (mostPerCaller < 1 || most < mostPerCaller) {
            throw new IllegalArgumentException(
                    ("syncopate.gateway.streams.most-per-caller is %d and .most is %d: expected at"
                                    + " least 1, and not more per caller than in all")
                            .formatted(mostPerCaller, most));
        }
    }
}
