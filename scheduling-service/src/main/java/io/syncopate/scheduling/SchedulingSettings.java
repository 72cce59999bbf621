package io.syncopate.scheduling;

import io.syncopate.starter.settings.Bounds;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * @param sweepEvery how often series that were left between two steps are looked for and finished
 */
@ConfigurationProperties("syncopate.scheduling")
record SchedulingSettings(@DefaultValue("30s") Duration sweepEvery) {

    SchedulingSettings {
        Bounds.requirePositive("syncopate.scheduling.sweep-every", sweepEvery);
    }
}
