package io.syncopate.starter.time;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.syncopate.kernel.Located;
import io.syncopate.kernel.OneByOne;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has what background work could not do in the log, and counts it: {@code syncopate.sweep.failures}. */
public final class ToldFailures implements OneByOne.Failures {

    private static final Logger LOG = LoggerFactory.getLogger(ToldFailures.class);

    private final MeterRegistry meters;

    public ToldFailures(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void failed(String work, Located item, RuntimeException why) {
        LOG.warn(
                "'{}' could not be done for {} of {}; it is tried again",
                work,
                item.id(),
                item.tenant(),
                why);
        Counter.builder("syncopate.sweep.failures")
                .description("Items that background work over all tenants could not do")
                .tag("work", work)
                .register(meters)
                .increment();
    }
}
