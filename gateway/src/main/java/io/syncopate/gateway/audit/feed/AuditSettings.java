package io.syncopate.gateway.audit.feed;

import io.syncopate.starter.settings.Bounds;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * How the audit is kept.
 *
 * @param kept how long after it happened an event can be read
 * @param sweepEvery how often what was kept long enough is removed
 */
@ConfigurationProperties("syncopate.gateway.audit")
record AuditSettings(@DefaultValue("400d") Duration kept, @DefaultValue("1h") Duration sweepEvery) {

    AuditSettings {
        Bounds.requirePositive("syncopate.gateway.audit.kept", kept);
        Bounds.requirePositive("syncopate.gateway.audit.sweep-every", sweepEvery);
    }
}
