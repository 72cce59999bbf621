package io.syncopate.asset.production.grpc;

import static io.syncopate.asset.production.grpc.Messages.actor;
import static io.syncopate.asset.production.grpc.Messages.timestamp;

import io.syncopate.asset.pipeline.QueueName;
import io.syncopate.asset.production.Approval;
import io.syncopate.asset.production.Asset;
import io.syncopate.asset.production.AssetId;
import io.syncopate.asset.production.AssetView;
import io.syncopate.asset.production.Blocked;
import io.syncopate.asset.production.Claimed;
import io.syncopate.asset.production.Deliverable;
import io.syncopate.asset.production.Done;
import io.syncopate.asset.production.Place;
import io.syncopate.asset.production.Waiting;
import io.syncopate.proto.asset.v1.Asset.State;
import io.syncopate.proto.asset.v1.ContextNote;
import io.syncopate.proto.asset.v1.FileVersion;
import io.syncopate.proto.asset.v1.HistoryEntry;
import io.syncopate.proto.asset.v1.Passport;

import java.time.Instant;
import java.util.Locale;

/** From an asset to its message. */
final class AssetMessages {

    private AssetMessages() {}

    /**
     * @param now decides what is stale
     */
    static io.syncopate.proto.asset.v1.Asset write(AssetView view, Instant now) {
        Asset asset = view.asset();
        Deliverable deliverable = asset.deliverable();
        var message =
                io.syncopate.proto.asset.v1.Asset.newBuilder()
                        .setName(asset.id().resourceName())
                        .setDisplayName(deliverable.displayName())
                        .setChannel(deliverable.channel())
                        .setActivity(deliverable.activity())
                        .setPipeline("pipelines/" + deliverable.pipeline())
                        .setState(state(asset))
                        .setStage(view.stage().key())
                        .setStageEnterTime(timestamp(since(asset)))
                        .setStale(isStale(asset, now))
                        .setPassport(passport(view))
                        .setEtag(view.stored().etag())
                        .setCreateTime(timestamp(view.stored().createTime()))
                        .setUpdateTime(timestamp(view.stored().updateTime()));
        asset.position()
                .flatMap(Place::decisionDue)
                .ifPresent(due -> message.setReviewDueTime(timestamp(due)));
        switch (asset) {
            case Blocked _ -> message.addAllChecklist(Messages.checklist(view.stage()));
            case Waiting waiting ->
                    message.setQueue(waiting.place().queue().resourceName())
                            .addAllChecklist(Messages.checklist(view.stage()));
            case Claimed claimed ->
                    message.setQueue(claimed.place().queue().resourceName())
                            .setClaim(Messages.claimName(claimed.claim().id()))
                            .setHolder(actor(claimed.claim().holder()))
                            .addAllChecklist(Messages.checklist(view.stage()));
            case Done _ -> {}
        }
        return message.build();
    }

    static State state(Asset asset) {
        return switch (asset.status()) {
            case BLOCKED -> State.BLOCKED;
            case WAITING -> State.WAITING;
            case CLAIMED -> State.CLAIMED;
            case DONE -> State.DONE;
        };
    }

    static Instant since(Asset asset) {
        return switch (asset) {
            case Blocked blocked -> blocked.place().since();
            case Waiting waiting -> waiting.place().since();
            case Claimed claimed -> claimed.place().since();
            case Done done -> done.at();
        };
    }

    /** Only what waits in a queue grows stale: what is blocked or held is not forgotten there. */
    static boolean isStale(Asset asset, Instant now) {
        return asset instanceof Waiting waiting && !now.isBefore(waiting.place().staleAt());
    }

    private static Passport passport(AssetView view) {
        Asset asset = view.asset();
        AssetId id = asset.id();
        var passport = asset.passport();
        return Passport.newBuilder()
                .setCreator(actor(passport.creator()))
                .setVersion(passport.version())
                .setStatus(status(view))
                .addAllDependsOn(
                        asset.deliverable().dependsOn().stream()
                                .sorted()
                                .map(key -> new AssetId(id.campaign(), key).resourceName())
                                .toList())
                .setBrief(view.commission().brief())
                .addAllContextNotes(passport.notes().stream().map(AssetMessages::write).toList())
                .addAllFiles(passport.files().stream().map(AssetMessages::write).toList())
                .setEarlierHistoryCount(passport.earlierSteps())
                .addAllHistory(passport.history().stream().map(AssetMessages::write).toList())
                .setApprovedVersion(passport.approval().map(Approval::version).orElse(0))
                .setApproved(asset.isApproved())
                .build();
    }

    /** In the words of a board: {@code waiting for review}, {@code in copy}. */
    private static String status(AssetView view) {
        String stage = view.stage().displayName().toLowerCase(Locale.ROOT);
        return switch (view.asset().status()) {
            case BLOCKED -> "blocked";
            case WAITING -> "waiting for " + stage;
            case CLAIMED -> "in " + stage;
            case DONE -> "done";
        };
    }

    private static ContextNote write(io.syncopate.asset.production.ContextNote note) {
        return ContextNote.newBuilder()
                .setAuthor(actor(note.by()))
                .setStage(note.stage())
                .setTime(timestamp(note.at()))
                .setText(note.text())
                .build();
    }

    private static FileVersion write(io.syncopate.asset.production.FileVersion file) {
        return FileVersion.newBuilder()
                .setNumber(file.number())
                .setFileName(file.fileName())
                .setUri(file.uri())
                .setAuthor(actor(file.by()))
                .setTime(timestamp(file.at()))
                .setStage(file.stage())
                .build();
    }

    private static HistoryEntry write(io.syncopate.asset.production.HistoryEntry entry) {
        return HistoryEntry.newBuilder()
                .setTime(timestamp(entry.at()))
                .setActor(actor(entry.by()))
                .setKind(HistoryEntry.Kind.valueOf(entry.kind().name()))
                .setFromStage(entry.from().orElse(""))
                .setToStage(entry.to().orElse(""))
                .setComment(entry.comment())
                .setContextMissing(entry.contextMissing())
                .build();
    }

    static QueueName queue(String name) {
        return QueueName.parse(Messages.queueId(name));
    }
}
