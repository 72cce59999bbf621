package io.syncopate.asset;

import io.syncopate.asset.campaign.FanOut;
import io.syncopate.asset.production.ForgetClaimTickets;
import io.syncopate.asset.production.SweepAssets;
import io.syncopate.starter.time.RecurringTasks;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Runs what ends things that nobody is there to end. Every replica does: each step is conditional on
 * the version that was read, so two of them do it once.
 */
@Component
@EnableConfigurationProperties(SweepSettings.class)
class Sweeps {

    Sweeps(
            RecurringTasks tasks,
            SweepSettings settings,
            SweepAssets assets,
            FanOut fanOut,
            ForgetClaimTickets tickets) {
        tasks.every("expire-claims", settings.claims(), assets::expireClaims);
        tasks.every("complete-fan-outs", settings.repairs(), fanOut::completeForgotten);
        tasks.every("unblock-assets", settings.repairs(), assets::unblockForgotten);
        tasks.every("forget-claim-tickets", settings.tickets(), tickets::forget);
    }
}
