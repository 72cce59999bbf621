package io.syncopate.starter.autoconfigure;

import jakarta.validation.constraints.Pattern;

import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import java.time.Duration;

/**
 * How the event log is fed.
 *
 * @param namespace whose service it is: begins the events' source and type, as in {@code
 *     acme.rooms.v1.RoomRetired}
 * @param pollInterval how often the relay looks for events that another process left behind
 * @param leaseLife how long a partition stays with a relay that died
 */
@Validated
@ConfigurationProperties("syncopate.event-log")
public record EventLogProperties(
        @Pattern(regexp = "[a-z][a-z0-9]*(\\.[a-z][a-z0-9]*)*") @DefaultValue("syncopate")
                String namespace,
        @DurationMin(millis = 10) @DefaultValue("1s") Duration pollInterval,
        @DurationMin(seconds = 1) @DefaultValue("15s") Duration leaseLife) {}
