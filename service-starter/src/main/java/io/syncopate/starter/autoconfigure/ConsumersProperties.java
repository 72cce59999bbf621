package io.syncopate.starter.autoconfigure;

import io.syncopate.starter.consumer.ConsumerSettings;

import jakarta.validation.constraints.Min;

import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import java.time.Duration;

/**
 * How the consumers of event logs run.
 *
 * @param readWait how long a read of a feed waits for an event; at most half of the backend's deadline
 * @param leaseLife how long a partition stays with a replica that died
 * @param maxFailures failures of one event before it counts as poison
 */
@Validated
@ConfigurationProperties("syncopate.consumers")
public record ConsumersProperties(
        @DurationMin(millis = 10) @DurationMax(seconds = 30) @DefaultValue("2s") Duration readWait,
        @DurationMin(seconds = 1) @DefaultValue("30s") Duration leaseLife,
        @Min(1) @DefaultValue("8") int maxFailures) {

    ConsumerSettings toSettings() {
        return new ConsumerSettings(readWait, leaseLife, maxFailures);
    }
}
