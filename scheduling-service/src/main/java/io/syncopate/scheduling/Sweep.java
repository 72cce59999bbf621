package io.syncopate.scheduling;

import io.syncopate.scheduling.series.FinishSeries;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries on with series that a crash or a lost connection left between two steps. */
class Sweep {

    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);

    private final FinishSeries finish;

    Sweep(FinishSeries finish) {
        this.finish = finish;
    }

    void sweep() {
        int finished = finish.sweep();
        if (finished > 0) {
            LOG.info("{} series that had been left between two steps are finished", finished);
        }
    }
}
