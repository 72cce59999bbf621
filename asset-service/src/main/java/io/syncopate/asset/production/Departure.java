package io.syncopate.asset.production;

import io.syncopate.asset.pipeline.Pipeline;
import io.syncopate.asset.pipeline.Stage;

import java.time.Instant;
import java.util.Optional;

/** An asset that leaves a stage, with all that its passport records of it. */
record Departure(Claimed asset, Stage stage, Pipeline pipeline, Instant at) {

    Transition pushed(Passport filed, String notes) {
        Optional<Stage> next = pipeline.after(stage);
        Passport noted = noted(filed, notes);
        if (next.isEmpty()) {
            // Where nobody decides, the end of the way is the approval.
            Passport complete =
                    (noted.approval().isPresent() ? noted : approved(noted))
                            .with(entry(HistoryEntry.Kind.COMPLETED, next, notes));
            return new Transition(
                    done(complete), new AssetEvent.AssetCompleted(stage.key(), complete.version()));
        }
        HistoryEntry entry = entry(HistoryEntry.Kind.PUSHED, next, notes);
        return new Transition(
                waiting(noted.with(entry), next.get()),
                new AssetEvent.AssetPushed(
                        stage.key(), next.get().key(), noted.version(), entry.contextMissing()));
    }

    Transition approved(String notes) {
        Optional<Stage> next = pipeline.after(stage);
        boolean forGood = pipeline.approvesForGood(stage);
        Passport noted = noted(asset.passport(), notes);
        Passport decided =
                (forGood ? approved(noted) : noted)
                        .with(entry(HistoryEntry.Kind.APPROVED, next, notes));
        Asset after = next.isPresent() ? waiting(decided, next.get()) : done(decided);
        return new Transition(
                after,
                new AssetEvent.AssetApproved(
                        stage.key(), next.map(Stage::key), decided.version(), forGood));
    }

    Transition sentBack(Stage target, String reason) {
        Passport noted =
                noted(asset.passport(), reason)
                        .with(
                                entry(
                                        HistoryEntry.Kind.CHANGES_REQUESTED,
                                        Optional.of(target),
                                        reason));
        return new Transition(
                waiting(noted, target),
                new AssetEvent.ChangesRequested(stage.key(), target.key(), reason));
    }

    private Waiting waiting(Passport passport, Stage to) {
        return new Waiting(
                asset.deliverable(), passport, Place.in(to, asset.deliverable(), at), completed());
    }

    private Done done(Passport passport) {
        return new Done(asset.deliverable(), passport, completed(), at);
    }

    private ClaimLog completed() {
        return asset.claims().withLast(asset.claim().ended(Claim.State.COMPLETED, at));
    }

    private Passport noted(Passport passport, String text) {
        return text.isBlank()
                ? passport
                : passport.with(
                        asset.id(), new ContextNote(text, stage.key(), asset.claim().holder(), at));
    }

    private Passport approved(Passport passport) {
        return passport.with(new Approval(passport.version(), asset.claim().holder(), at));
    }

    private HistoryEntry entry(HistoryEntry.Kind kind, Optional<Stage> to, String comment) {
        return new HistoryEntry(
                kind,
                Optional.of(stage.key()),
                to.map(Stage::key),
                asset.claim().holder(),
                at,
                comment,
                to.isPresent() && comment.isBlank());
    }
}
