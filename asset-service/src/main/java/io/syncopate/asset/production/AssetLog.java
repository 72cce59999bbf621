package io.syncopate.asset.production;

import io.syncopate.kernel.InvalidException;
import io.syncopate.kernel.TenantId;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What happened in production over all tenants, in the order in which it can be read again. */
public interface AssetLog {

    /** The place behind the last step that there is. */
    String end();

    /**
     * What came behind a place, waiting a while for the first step.
     *
     * @throws InvalidException when {@code place} is none of this log
     */
    Steps after(String place, int limit, Duration wait) throws InterruptedException;

    /**
     * @param place behind the last of the steps
     * @param complete false when there is more, and when the place to begin at lay beyond the end
     */
    record Steps(List<Step> steps, String place, boolean complete) {

        public Steps {
            steps = List.copyOf(steps);
        }
    }

    /**
     * @param asset the one that it happened to; empty for a campaign or a pipeline, on which whole
     *     boards depend
     */
    record Step(TenantId tenant, Optional<AssetId> asset) {}
}
