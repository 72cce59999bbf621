package io.syncopate.asset;

import io.syncopate.asset.campaign.FanOut;
import io.syncopate.asset.production.SweepAssets;

import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Runs what ends things that nobody is there to end. Every replica does: each step is conditional on
 * the version that was read, so two of them do it once.
 */
@Component
@EnableScheduling
class Sweeps {

    private final SweepAssets assets;
    private final FanOut fanOut;

    Sweeps(SweepAssets assets, FanOut fanOut) {
        this.assets = assets;
        this.fanOut = fanOut;
    }

    @Scheduled(fixedDelayString = "${syncopate.asset.sweep.claims}")
    void expireClaims() {
        assets.expireClaims();
    }

    @Scheduled(fixedDelayString = "${syncopate.asset.sweep.repairs}")
    void completeFanOuts() {
        fanOut.completeForgotten();
    }

    @Scheduled(fixedDelayString = "${syncopate.asset.sweep.repairs}")
    void unblockAssets() {
        assets.unblockForgotten();
    }
}
