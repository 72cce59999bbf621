package io.syncopate.gateway.time;

import io.syncopate.kernel.Command;
import io.syncopate.kernel.TenantId;

import java.time.Duration;

/**
 * Moves the platform's time. There is one for all tenants, so it is not enough to hold the right to
 * it in some tenant: every owner does.
 */
public final class AdvanceTime {

    private final PlatformTime time;
    private final TenantId keeper;

    /**
     * @param keeper the tenant that the installation was started for
     */
    public AdvanceTime(PlatformTime time, TenantId keeper) {
        this.time = time;
        this.keeper = keeper;
    }

    /**
     * @throws TimeException.IsShared the caller is of another tenant than the keeper
     * @throws io.syncopate.kernel.InvalidException when it would be farther ahead than {@link
     *     PlatformTime#FARTHEST}
     */
    public void advance(Command command, Duration by) {
        if (!command.tenant().equals(keeper)) {
            throw new TimeException.IsShared(command.tenant());
        }
        time.advance(command, by);
    }
}
