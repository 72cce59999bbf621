package io.syncopate.asset.production;

import io.syncopate.asset.pipeline.QueueName;
import io.syncopate.kernel.Aggregates;
import io.syncopate.kernel.Located;
import io.syncopate.kernel.Page;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.Reach;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Versioned;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps the assets, each under {@link AssetId#value()}. Where {@code without} is asked for, assets of
 * these campaigns are left out.
 */
public interface Assets extends Aggregates<Asset> {

    /**
     * What can be taken from a queue at this time, in the order of {@link Place#TURN} and then of
     * ids: what waits, and what is held under a lease that is lost.
     */
    List<Versioned<Asset>> inTurn(
            Reach reach, QueueName queue, Set<String> without, Instant at, int limit);

    /** All assets of a campaign, in the order of the campaign. */
    List<Versioned<Asset>> ofCampaign(TenantId tenant, String campaign);

    /** The blocked ones of a campaign, in its order. */
    List<Versioned<Asset>> blocked(TenantId tenant, String campaign);

    /** Keys of the approved ones of a campaign. */
    Set<String> approved(TenantId tenant, String campaign);

    /** A part of a campaign's assets, in the order of the campaign. */
    Page<Versioned<Asset>> ofCampaign(TenantId tenant, String campaign, PageRequest page);

    /** Those longest in the stage first. */
    List<Versioned<Asset>> inColumn(BoardSelection selection, Optional<String> stage, int limit);

    /** How many assets of the selection there are in each stage; no row where there is none. */
    List<StageCount> stageCounts(BoardSelection selection);

    /** How many assets wait and are held in each queue; no row for a queue that has none. */
    List<QueueCount> queueCounts(Reach reach, Set<String> without);

    /** How many assets of each of these campaigns are done; no entry where none is. */
    Map<String, Integer> doneCounts(TenantId tenant, Set<String> campaigns);

    /** Assets of all tenants that are held under a lease that is lost at this time. */
    List<Located> lost(Instant at, int limit);

    /**
     * Campaigns of all tenants that have blocked assets, in order of tenants and ids.
     *
     * @param after where to go on; empty to begin
     */
    List<Located> withBlocked(Optional<Located> after, int limit);

    /**
     * Campaigns of all tenants in which an asset was approved at this time or later, in order of
     * tenants and ids.
     *
     * @param after where to go on; empty to begin
     */
    List<Located> withApprovals(Instant since, Optional<Located> after, int limit);

    /**
     * Which assets a board shows.
     *
     * @param campaign empty for all campaigns
     */
    record BoardSelection(
            Reach reach, String pipeline, Optional<String> campaign, Set<String> without) {

        public BoardSelection {
            without = Set.copyOf(without);
        }
    }

    /**
     * @param stage empty for what is done
     */
    record StageCount(Optional<String> stage, int assets) {}

    /**
     * @param oldest since when the longest-waiting asset waits; empty when none does
     */
    record QueueCount(QueueName queue, int waiting, int claimed, Optional<Instant> oldest) {}
}
