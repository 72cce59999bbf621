package io.syncopate.starter.autoconfigure;

import io.syncopate.starter.operation.OperationSettings;

import jakarta.validation.constraints.Min;

import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import java.time.Duration;

/**
 * How operations are run.
 *
 * @param concurrent how many this replica runs at once
 * @param leaseLife how long one stays with a replica that died
 * @param maxAttempts runs of one operation before it fails
 * @param kept how long one that ended can be read
 */
@Validated
@ConfigurationProperties("syncopate.operations")
public record OperationsProperties(
        @Min(1) @DefaultValue("4") int concurrent,
        @DurationMin(seconds = 1) @DefaultValue("15s") Duration leaseLife,
        @Min(1) @DefaultValue("5") int maxAttempts,
        @DurationMin(seconds = 1) @DefaultValue("7d") Duration kept) {

    OperationSettings toSettings() {
        return new OperationSettings(concurrent, leaseLife, maxAttempts, kept);
    }
}
