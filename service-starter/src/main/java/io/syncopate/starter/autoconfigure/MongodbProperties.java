package io.syncopate.starter.autoconfigure;

import jakarta.validation.constraints.NotBlank;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import java.time.Duration;

/**
 * Where the service keeps its data.
 *
 * @param enabled false leaves the store out, for a service that keeps nothing
 * @param uri connection string of the store
 * @param database its database; by default syncopate_ and the service's name
 * @param selectionTimeout how long an operation waits for a server that can take it
 * @param readTimeout how long it waits for the answer; 0 waits for ever
 */
@Validated
@ConfigurationProperties("syncopate.mongodb")
public record MongodbProperties(
        @DefaultValue("true") boolean enabled,
        @NotBlank String uri,
        @Nullable String database,
        @DefaultValue("10s") Duration selectionTimeout,
        @DefaultValue("30s") Duration readTimeout) {}
