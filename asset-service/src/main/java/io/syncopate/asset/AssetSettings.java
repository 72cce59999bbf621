package io.syncopate.asset;

import io.syncopate.starter.settings.Bounds;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/** What the cores are told; how often their recurring work is done is in {@link SweepSettings}. */
@ConfigurationProperties("syncopate.asset")
record AssetSettings(@DefaultValue Board board, @DefaultValue Tickets claimTickets) {

    /**
     * @param watchers how many may follow a board at the same time in one process
     */
    record Board(@DefaultValue("500") int watchers) {
        Board {
            Bounds.requireAtLeast(1, "syncopate.asset.board.watchers", watchers);
        }
    }

    /**
     * @param kept for how long a claim that is over can still be looked up, and the request that made
     *     it be repeated
     */
    record Tickets(@DefaultValue("30d") Duration kept) {
        Tickets {
            Bounds.requirePositive("syncopate.asset.claim-tickets.kept", kept);
        }
    }
}
