package io.syncopate.starter.autoconfigure;

import jakarta.validation.constraints.Min;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import java.time.Duration;

/**
 * The pool for work that computes.
 *
 * @param threads how many computations run at once; by default one less than there are processors,
 *     at least one
 * @param waiting how many more may wait before one is refused
 * @param shutdownGrace how long what runs may take to end when the service stops
 */
@Validated
@ConfigurationProperties("syncopate.cpu")
public record CpuProperties(
        @Nullable @Min(1) Integer threads,
        @Min(1) @DefaultValue("16") int waiting,
        @DefaultValue("10s") Duration shutdownGrace) {

    public int effectiveThreads() {
        return threads != null
                ? threads
                : Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    }
}
