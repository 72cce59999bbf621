package io.syncopate.asset;

import io.syncopate.asset.campaign.Campaign;
import io.syncopate.asset.campaign.CampaignPlan;
import io.syncopate.asset.campaign.CreateCampaign;
import io.syncopate.asset.campaign.FanOut;
import io.syncopate.asset.campaign.FannedOutCampaigns;
import io.syncopate.asset.campaign.InMemoryCampaigns;
import io.syncopate.asset.pipeline.AvailablePipelines;
import io.syncopate.asset.pipeline.ChecklistItem;
import io.syncopate.asset.pipeline.InMemoryPipelines;
import io.syncopate.asset.pipeline.Pipeline;
import io.syncopate.asset.pipeline.QueueName;
import io.syncopate.asset.pipeline.Stage;
import io.syncopate.asset.production.AdvanceAsset;
import io.syncopate.asset.production.Asset;
import io.syncopate.asset.production.AssetId;
import io.syncopate.asset.production.AssetView;
import io.syncopate.asset.production.ClaimNextItem;
import io.syncopate.asset.production.Handover;
import io.syncopate.asset.production.HeldClaim;
import io.syncopate.asset.production.HoldAsset;
import io.syncopate.asset.production.InMemoryAssets;
import io.syncopate.asset.production.InMemoryClaimTickets;
import io.syncopate.asset.production.PipelinesInUse;
import io.syncopate.asset.production.SweepAssets;
import io.syncopate.asset.production.SyncHandoff;
import io.syncopate.asset.production.UnblockAssets;
import io.syncopate.asset.production.Verdict;
import io.syncopate.asset.production.ViewAssets;
import io.syncopate.asset.production.ViewBoard;
import io.syncopate.asset.production.ViewQueues;
import io.syncopate.kernel.Caller;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.Located;
import io.syncopate.kernel.OneByOne;
import io.syncopate.kernel.Ownership;
import io.syncopate.kernel.Reach;
import io.syncopate.kernel.Versioned;
import io.syncopate.testkit.kernel.Callers;
import io.syncopate.testkit.kernel.SettableClock;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The whole service without a store, and the steps that people take in it. */
public final class Production {

    public final SettableClock clock = SettableClock.at("2026-05-04T09:00:00Z");
    public final InMemoryAssets assets = new InMemoryAssets(clock, Callers.ACME, Callers.OTHER);
    public final InMemoryCampaigns campaigns =
            new InMemoryCampaigns(clock, Callers.ACME, Callers.OTHER);
    public final InMemoryClaimTickets tickets = new InMemoryClaimTickets();
    public final AvailablePipelines pipelines =
            new AvailablePipelines(new InMemoryPipelines(clock));
    public final FannedOutCampaigns commissions = new FannedOutCampaigns(campaigns);

    /** What sweeps could not do. */
    public final List<Located> failed = new ArrayList<>();

    private final OneByOne oneByOne = new OneByOne((_, item, _) -> failed.add(item));
    public final FanOut fanOut = new FanOut(campaigns, assets, oneByOne, clock);
    private final PipelinesInUse inUse = new PipelinesInUse(pipelines, assets);
    public final ViewQueues queues = new ViewQueues(assets, commissions, inUse);
    public final ViewBoard board = new ViewBoard(assets, commissions, inUse);
    public final CreateCampaign create = new CreateCampaign(campaigns, pipelines, fanOut);
    public final ViewAssets view = new ViewAssets(assets, commissions);
    public final ClaimNextItem claimNext = new ClaimNextItem(assets, commissions, inUse, tickets);
    public final HoldAsset hold = new HoldAsset(assets, tickets);
    public final UnblockAssets unblock = new UnblockAssets(assets, commissions);
    public final AdvanceAsset advance = new AdvanceAsset(view, assets, tickets, unblock);
    public final SweepAssets sweep = new SweepAssets(assets, unblock, oneByOne, clock);

    public static Caller person(String uid) {
        return Callers.of(Callers.ACME, uid);
    }

    public Command command(String uid, String method) {
        return Callers.command(person(uid), method, clock.instant());
    }

    public Versioned<Campaign> campaign(CampaignPlan plan) {
        Command by = command("owner", "create");
        return create.create(by, Ownership.of(by.by()), by.reach(), plan);
    }

    public HeldClaim claim(String uid, String queue) {
        return claimNext.claim(command(uid, "claim"), QueueName.parse(queue), Optional.empty());
    }

    public AssetView push(String uid, HeldClaim held) {
        return advance.push(
                command(uid, "push"), held.asset(), "", held.claim().id(), allDone(held.asset()));
    }

    public AssetView approve(String uid, HeldClaim held) {
        return advance.review(
                command(uid, "review"),
                held.asset(),
                "",
                held.claim().id(),
                new Verdict.Approve(ticks(held.asset()), "fine", SyncHandoff.NONE));
    }

    public AssetView sendBack(String uid, HeldClaim held, String reason) {
        return advance.review(
                command(uid, "review"),
                held.asset(),
                "",
                held.claim().id(),
                new Verdict.RequestChanges(reason, Optional.empty()));
    }

    public Handover allDone(AssetId asset) {
        return new Handover(ticks(asset), "as agreed", Optional.empty(), SyncHandoff.NONE);
    }

    public Map<String, Boolean> ticks(AssetId asset) {
        Stage stage = view(asset).stage();
        return stage.checklist().stream().collect(Collectors.toMap(ChecklistItem::key, _ -> true));
    }

    public AssetView view(AssetId asset) {
        return view.get(person("owner"), Reach.everything(Callers.ACME), asset);
    }

    public void pipeline(String id, Pipeline pipeline) {
        Command by = command("owner", "create");
        pipelines.create(by, Ownership.of(by.by()), id, pipeline);
    }

    public Asset asset(String campaign, String key) {
        return view(new AssetId(campaign, key)).asset();
    }
}
