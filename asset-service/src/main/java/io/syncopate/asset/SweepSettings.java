package io.syncopate.asset;

import io.syncopate.starter.settings.Bounds;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * @param claims how often items are put back into their queues whose claim was not renewed
 * @param repairs how often fan-outs and unblockings that a stopped server left are looked for and
 *     finished
 * @param tickets how often tickets of claims that are over are looked for and deleted
 */
@ConfigurationProperties("syncopate.asset.sweep")
record SweepSettings(
        @DefaultValue("1s") Duration claims,
        @DefaultValue("30s") Duration repairs,
        @DefaultValue("1h") Duration tickets) {

    SweepSettings {
        Bounds.requirePositive("syncopate.asset.sweep.claims", claims);
        Bounds.requirePositive("syncopate.asset.sweep.repairs", repairs);
        Bounds.requirePositive("syncopate.asset.sweep.tickets", tickets);
    }
}
