package io.syncopate.asset;

import io.syncopate.asset.advisor.RecommendModel;
import io.syncopate.asset.campaign.Campaigns;
import io.syncopate.asset.campaign.CreateCampaign;
import io.syncopate.asset.campaign.FanOut;
import io.syncopate.asset.campaign.FannedOutCampaigns;
import io.syncopate.asset.campaign.ViewCampaigns;
import io.syncopate.asset.pipeline.AvailablePipelines;
import io.syncopate.asset.pipeline.Pipelines;
import io.syncopate.asset.production.AdvanceAsset;
import io.syncopate.asset.production.AssetLog;
import io.syncopate.asset.production.Assets;
import io.syncopate.asset.production.ClaimNextItem;
import io.syncopate.asset.production.ClaimTickets;
import io.syncopate.asset.production.Commissions;
import io.syncopate.asset.production.ForgetClaimTickets;
import io.syncopate.asset.production.HoldAsset;
import io.syncopate.asset.production.PipelinesInUse;
import io.syncopate.asset.production.SweepAssets;
import io.syncopate.asset.production.UnblockAssets;
import io.syncopate.asset.production.ViewAssets;
import io.syncopate.asset.production.ViewBoard;
import io.syncopate.asset.production.ViewQueues;
import io.syncopate.asset.production.WatchBoards;
import io.syncopate.kernel.OneByOne;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;

/** Puts the cores together: they know nothing of Spring. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AssetSettings.class)
class AssetConfiguration {

    @Bean
    RecommendModel recommendModel() {
        return new RecommendModel();
    }

    @Bean
    AvailablePipelines availablePipelines(Pipelines pipelines) {
        return new AvailablePipelines(pipelines);
    }

    @Bean
    FanOut fanOut(Campaigns campaigns, Assets assets, OneByOne oneByOne, Clock clock) {
        return new FanOut(campaigns, assets, oneByOne, clock);
    }

    @Bean
    CreateCampaign createCampaign(
            Campaigns campaigns, AvailablePipelines pipelines, FanOut fanOut) {
        return new CreateCampaign(campaigns, pipelines, fanOut);
    }

    @Bean
    ViewCampaigns viewCampaigns(Campaigns campaigns, Assets assets) {
        return new ViewCampaigns(campaigns, assets);
    }

    @Bean
    Commissions commissions(Campaigns campaigns) {
        return new FannedOutCampaigns(campaigns);
    }

    @Bean
    ViewAssets viewAssets(Assets assets, Commissions commissions) {
        return new ViewAssets(assets, commissions);
    }

    @Bean
    PipelinesInUse pipelinesInUse(AvailablePipelines pipelines, Assets assets) {
        return new PipelinesInUse(pipelines, assets);
    }

    @Bean
    ViewQueues viewQueues(Assets assets, Commissions commissions, PipelinesInUse pipelines) {
        return new ViewQueues(assets, commissions, pipelines);
    }

    @Bean
    ViewBoard viewBoard(Assets assets, Commissions commissions, PipelinesInUse pipelines) {
        return new ViewBoard(assets, commissions, pipelines);
    }

    @Bean
    WatchBoards watchBoards(
            AssetLog log,
            Assets assets,
            Commissions commissions,
            ViewBoard view,
            AssetSettings settings) {
        return new WatchBoards(log, assets, commissions, view, settings.board().watchers());
    }

    @Bean
    ClaimNextItem claimNextItem(
            Assets assets,
            Commissions commissions,
            PipelinesInUse pipelines,
            ClaimTickets tickets) {
        return new ClaimNextItem(assets, commissions, pipelines, tickets);
    }

    @Bean
    HoldAsset holdAsset(Assets assets, ClaimTickets tickets) {
        return new HoldAsset(assets, tickets);
    }

    @Bean
    UnblockAssets unblockAssets(Assets assets, Commissions commissions) {
        return new UnblockAssets(assets, commissions);
    }

    @Bean
    AdvanceAsset advanceAsset(
            ViewAssets view, Assets assets, ClaimTickets tickets, UnblockAssets unblock) {
        return new AdvanceAsset(view, assets, tickets, unblock);
    }

    @Bean
    ForgetClaimTickets forgetClaimTickets(
            ClaimTickets tickets, Assets assets, AssetSettings settings, Clock clock) {
        return new ForgetClaimTickets(tickets, assets, settings.claimTickets().kept(), clock);
    }

    @Bean
    SweepAssets sweepAssets(Assets assets, UnblockAssets unblock, OneByOne oneByOne, Clock clock) {
        return new SweepAssets(assets, unblock, oneByOne, clock);
    }
}
