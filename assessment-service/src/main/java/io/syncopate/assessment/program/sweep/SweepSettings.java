package io.syncopate.assessment.program.sweep;

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
        if (interval.isNegative() || interval.isZero() || batch < 1) {
            throw new IllegalArgumentException(
                    "syncopate.assessment.launch-sweep: interval %s and batch %d; expected a time above 0 and at least 1"
                            .formatted(interval, batch));
        }
    }
}
