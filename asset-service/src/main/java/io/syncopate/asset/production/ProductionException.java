package io.syncopate.asset.production;

import io.syncopate.asset.pipeline.ChecklistItem;
import io.syncopate.asset.pipeline.QueueName;
import io.syncopate.asset.pipeline.Stage;
import io.syncopate.kernel.RefusedException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Why production refuses a step. */
public abstract sealed class ProductionException extends RefusedException {

    private static final long serialVersionUID = 1;

    private ProductionException(
            Kind kind,
            String reason,
            String message,
            String type,
            String resource,
            List<Violation> violations) {
        super(
                kind,
                reason,
                message,
                Map.of(RESOURCE_TYPE, type, RESOURCE_NAME, resource),
                violations);
    }

    /** The definition of done does not hold yet. */
    public static final class ChecklistOpen extends ProductionException {
        private static final long serialVersionUID = 1;

        ChecklistOpen(AssetId asset, String stage, List<Violation> open) {
            super(
                    Kind.FAILED_PRECONDITION,
                    "CHECKLIST_OPEN",
                    "'%s' does not leave stage '%s', %d checklist items are open: %s"
                            .formatted(
                                    asset.resourceName(),
                                    stage,
                                    open.size(),
                                    String.join(
                                            ", ", open.stream().map(Violation::field).toList())),
                    "asset",
                    asset.resourceName(),
                    open);
        }
    }

    /** The checklist names an item that the stage does not have. */
    public static final class UnknownChecklistItem extends ProductionException {
        private static final long serialVersionUID = 1;

        UnknownChecklistItem(AssetId asset, Stage stage, List<String> unknown) {
            super(
                    Kind.INVALID_ARGUMENT,
                    "UNKNOWN_CHECKLIST_ITEM",
                    "stage '%s' has no checklist item %s".formatted(stage.key(), unknown),
                    "asset",
                    asset.resourceName(),
                    unknown.stream()
                            .map(
                                    key ->
                                            new Violation(
                                                    "checklist",
                                                    "'%s': expected one of %s"
                                                            .formatted(
                                                                    key,
                                                                    stage.checklist().stream()
                                                                            .map(ChecklistItem::key)
                                                                            .toList())))
                            .toList());
        }
    }

    /** The stage hands on by meeting, and not all marks of one are set. */
    public static final class HandoffNotConfirmed extends ProductionException {
        private static final long serialVersionUID = 1;

        HandoffNotConfirmed(AssetId asset, String stage, List<Violation> missing) {
            super(
                    Kind.FAILED_PRECONDITION,
                    "HANDOFF_NOT_CONFIRMED",
                    "stage '%s' hands on synchronously: expected all three marks".formatted(stage),
                    "asset",
                    asset.resourceName(),
                    missing);
        }
    }

    /** The claim was completed, released, or not renewed in time. */
    public static final class ClaimLost extends ProductionException {
        private static final long serialVersionUID = 1;

        ClaimLost(AssetId asset, Claim claim, Instant at) {
            super(
                    Kind.FAILED_PRECONDITION,
                    "CLAIM_LOST",
                    "'claims/%s' is %s, its lease ended %s, it is %s: take '%s' from its queue again"
                            .formatted(
                                    claim.id(),
                                    claim.stateAt(at),
                                    claim.expires(),
                                    at,
                                    asset.resourceName()),
                    "claim",
                    "claims/" + claim.id(),
                    List.of());
        }
    }

    /** Only the holder of a claim acts under it. */
    public static final class ClaimOfOther extends ProductionException {
        private static final long serialVersionUID = 1;

        ClaimOfOther(AssetId asset, Claim claim) {
            super(
                    Kind.PERMISSION_DENIED,
                    "CLAIM_OF_OTHER",
                    "'claims/%s' on '%s' is somebody else's"
                            .formatted(claim.id(), asset.resourceName()),
                    "claim",
                    "claims/" + claim.id(),
                    List.of());
        }
    }

    /** The claim is on another asset than the one it was shown for. */
    public static final class ClaimOnOtherAsset extends ProductionException {
        private static final long serialVersionUID = 1;

        ClaimOnOtherAsset(AssetId asset, String claim) {
            super(
                    Kind.INVALID_ARGUMENT,
                    "CLAIM_ON_OTHER_ASSET",
                    "'claims/%s' is not a claim on '%s'".formatted(claim, asset.resourceName()),
                    "claim",
                    "claims/" + claim,
                    List.of(
                            new Violation(
                                    "claim",
                                    "'claims/%s': expected a claim on '%s'"
                                            .formatted(claim, asset.resourceName()))));
        }
    }

    /** A decision stage takes reviews, a stage of work takes pushes. */
    public static final class WrongStageKind extends ProductionException {
        private static final long serialVersionUID = 1;

        static WrongStageKind reviewExpected(AssetId asset, String stage) {
            return new WrongStageKind(
                    asset, "stage '%s' decides: expected a review, not a push".formatted(stage));
        }

        static WrongStageKind pushExpected(AssetId asset, String stage) {
            return new WrongStageKind(
                    asset, "stage '%s' is work: expected a push, not a review".formatted(stage));
        }

        private WrongStageKind(AssetId asset, String message) {
            super(
                    Kind.FAILED_PRECONDITION,
                    "WRONG_STAGE_KIND",
                    message,
                    "asset",
                    asset.resourceName(),
                    List.of());
        }
    }

    /** Nothing waits in the queue. */
    public static final class QueueEmpty extends ProductionException {
        private static final long serialVersionUID = 1;

        QueueEmpty(QueueName queue) {
            super(
                    Kind.FAILED_PRECONDITION,
                    "QUEUE_EMPTY",
                    "nothing waits in '%s'".formatted(queue.resourceName()),
                    "queue",
                    queue.resourceName(),
                    List.of());
        }
    }

    /** The asset that was asked for does not wait in this queue. */
    public static final class AssetNotWaiting extends ProductionException {
        private static final long serialVersionUID = 1;

        AssetNotWaiting(AssetId asset, AssetStatus status, QueueName queue) {
            super(
                    Kind.FAILED_PRECONDITION,
                    "ASSET_NOT_WAITING",
                    "'%s' is %s: expected it to wait in '%s'"
                            .formatted(asset.resourceName(), status, queue.resourceName()),
                    "asset",
                    asset.resourceName(),
                    List.of());
        }
    }

    /** Others were faster at every try; nothing was taken. */
    public static final class QueueContended extends ProductionException {
        private static final long serialVersionUID = 1;

        QueueContended(QueueName queue) {
            super(
                    Kind.ABORTED,
                    "QUEUE_CONTENDED",
                    "others took from '%s' faster at every try: try again"
                            .formatted(queue.resourceName()),
                    "queue",
                    queue.resourceName(),
                    List.of());
        }

        @Override
        public Optional<Duration> retryAfter() {
            return Optional.of(Duration.ofMillis(100));
        }
    }

    /** The same request is being carried out; its answer is there when it is asked again. */
    public static final class RequestInProgress extends ProductionException {
        private static final long serialVersionUID = 1;

        RequestInProgress(QueueName queue, String requestId) {
            super(
                    Kind.ABORTED,
                    "REQUEST_IN_PROGRESS",
                    "request id '%s' is being carried out: ask again".formatted(requestId),
                    "queue",
                    queue.resourceName(),
                    List.of());
        }

        @Override
        public Optional<Duration> retryAfter() {
            return Optional.of(Duration.ofSeconds(1));
        }
    }
}
