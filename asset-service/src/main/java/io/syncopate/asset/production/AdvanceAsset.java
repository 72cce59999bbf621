package io.syncopate.asset.production;

import io.syncopate.asset.pipeline.Pipeline;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.Etags;

import java.util.function.BiFunction;

/** Moves an asset on: a push out of a stage of work, or a review's decision. */
public final class AdvanceAsset {

    private final ViewAssets view;
    private final Assets assets;
    private final ClaimTickets tickets;
    private final UnblockAssets unblock;

    public AdvanceAsset(
            ViewAssets view, Assets assets, ClaimTickets tickets, UnblockAssets unblock) {
        this.view = view;
        this.assets = assets;
        this.tickets = tickets;
        this.unblock = unblock;
    }

    public AssetView push(Command by, AssetId id, String etag, String claim, Handover handover) {
        return advance(
                by,
                id,
                etag,
                claim,
                (held, pipeline) ->
                        switch (held) {
                            case InProgress work -> work.push(handover, pipeline, by.at());
                            case InReview review ->
                                    throw ProductionException.WrongStageKind.reviewExpected(
                                            id, review.place().stage());
                        });
    }

    public AssetView review(Command by, AssetId id, String etag, String claim, Verdict verdict) {
        return advance(
                by,
                id,
                etag,
                claim,
                (held, pipeline) ->
                        switch (held) {
                            case InReview review -> review.decide(verdict, pipeline, by.at());
                            case InProgress work ->
                                    throw ProductionException.WrongStageKind.pushExpected(
                                            id, work.place().stage());
                        });
    }

    private AssetView advance(
            Command asked,
            AssetId id,
            String etag,
            String claim,
            BiFunction<Claimed, Pipeline, Transition> step) {
        AssetView before = view.get(asked.by(), asked.reach(), id);
        Command by = asked.inWholeTenant();
        AssetView after =
                assets.answered(by, id.value())
                        .map(asset -> new AssetView(asset, before.commission()))
                        .orElseGet(() -> advanced(by, before, etag, claim, step));
        if (after.asset().isApproved()) {
            unblock.inCampaign(by.by(), id.campaign(), by.at());
        }
        return after;
    }

    private AssetView advanced(
            Command by,
            AssetView before,
            String etag,
            String claim,
            BiFunction<Claimed, Pipeline, Transition> step) {
        requireOnThisAsset(by, before.asset(), claim);
        Claimed held = before.asset().heldBy(new ClaimProof(claim, by.by().uid()), by.at());
        Etags.check(etag, before.stored());
        Transition done = step.apply(held, before.commission().pipeline());
        return new AssetView(
                assets.change(by, before.stored(), done.after(), done.event()),
                before.commission());
    }

    private void requireOnThisAsset(Command by, Asset asset, String claim) {
        if (asset.claims().find(claim).isEmpty()
                && tickets.find(by.tenant(), claim)
                        .filter(other -> !other.equals(asset.id()))
                        .isPresent()) {
            throw new ProductionException.ClaimOnOtherAsset(asset.id(), claim);
        }
    }
}
