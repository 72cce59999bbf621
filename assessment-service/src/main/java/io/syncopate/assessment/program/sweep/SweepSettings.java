package io.syncopate.assessment.program.sweep;

import io.syncopate.starter.settings.Bounds;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * @param interval between two looks for launches that are due
 * @param batch most launches taken on by one look
 */
@ConfigurationProperties("syncopate.assessment.launch-sweep")
record SweepSettings(@DefaultValue("5s") Duration interval, @DefaultValue("20") int batch) {

    SweepSettings {
        Bounds.requirePositive("syncopate.assessment.launch-sweep.interval", interval);
        Bounds.requireAtLeast(1, "syncopate.assessment.launch-sweep.batch", batch);
    }
}
