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
            Kind kind, String reason, Subject subject, String message, List<Violation> violations) {
        super(
                kind,
                reason,
                message,
                Map.of(RESOURCE_TYPE, subject.type, RESOURCE_NAME, subject.name),
                violations);
    }

    private ProductionException(Kind kind, String reason, Subject subject, String message) {
        this(kind, reason, subject, message, List.of());
    }

    /** The resource whose state stands in the way. */
    private record Subject(String type, String name) {

        static Subject of(AssetId asset) {
            return new Subject("asset", asset.resourceName());
        }

        static Subject of(QueueName queue) {
            return new Subject("queue", queue.resourceName());
        }

        static Subject ofClaim(String id) {
            return new Subject("claim", "claims/" + id);
        }
    }

    /** The definition of done does not hold yet. */
    public static final class ChecklistOpen extends ProductionException {
        private static final long serialVersionUID = 1;

        ChecklistOpen(AssetId asset, String stage, List<Violation> open) {
            super(
                    Kind.FAILED_PRECONDITION,
                    "CHECKLIST_OPEN",
                    Subject.of(asset),
                    "'%s' does not leave stage '%s', %d checklist items are open: %s"
                            .formatted(
                                    asset.resourceName(),
                                    stage,
                                    open.size(),
                                    String.join(
                                            ", ", open.stream().map(Violation::field).toList())),
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
                    Subject.of(asset),
                    "stage '%s' has no checklist item %s".formatted(stage.key(), unknown),
                    unknown.stream()
                            .map(
                                    key ->
                                            Violation.of(
                                                    "checklist",
                                                    key,
                                                    "one of %s"
                                                            .formatted(
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
                    Subject.of(asset),
                    "stage '%s' hands on synchronously: expected all three marks".formatted(stage),
                    missing);
        }
    }

    /** There is no room for another note or file version. */
    public static final class PassportFull extends ProductionException {
        private static final long serialVersionUID = 1;

        PassportFull(AssetId asset, String field, int there) {
            super(
                    Kind.FAILED_PRECONDITION,
                    "PASSPORT_FULL",
                    Subject.of(asset),
                    "'%s' has %d %s, the most that an asset can have: make a new asset of it"
                            .formatted(
                                    asset.resourceName(),
                                    there,
                                    field.equals("file_version") ? "file versions" : "notes"),
                    List.of(Violation.ofCount(field, there, "none")));
        }
    }

    /** The claim was completed, released, or not renewed in time. */
    public static final class ClaimLost extends ProductionException {
        private static final long serialVersionUID = 1;

        ClaimLost(AssetId asset, Claim claim, Instant at) {
            super(
                    Kind.FAILED_PRECONDITION,
                    "CLAIM_LOST",
                    Subject.ofClaim(claim.id()),
                    "'claims/%s' is %s, its lease ended %s, it is %s: take '%s' from its queue again"
                            .formatted(
                                    claim.id(),
                                    claim.stateAt(at),
                                    claim.expires(),
                                    at,
                                    asset.resourceName()));
        }
    }

    /** Only the holder of a claim acts under it. */
    public static final class ClaimOfOther extends ProductionException {
        private static final long serialVersionUID = 1;

        ClaimOfOther(AssetId asset, Claim claim) {
            super(
                    Kind.PERMISSION_DENIED,
                    "CLAIM_OF_OTHER",
                    Subject.ofClaim(claim.id()),
                    "'claims/%s' on '%s' is somebody else's"
                            .formatted(claim.id(), asset.resourceName()));
        }
    }

    /** The claim is on another asset than the one it was shown for. */
    public static final class ClaimOnOtherAsset extends ProductionException {
        private static final long serialVersionUID = 1;

        ClaimOnOtherAsset(AssetId asset, String claim) {
            super(
                    Kind.INVALID_ARGUMENT,
                    "CLAIM_ON_OTHER_ASSET",
                    Subject.ofClaim(claim),
                    "'claims/%s' is not a claim on '%s'".formatted(claim, asset.resourceName()),
                    List.of(
                            Violation.of(
                                    "claim",
                                    "claims/" + claim,
                                    "a claim on '%s'".formatted(asset.resourceName()))));
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
            super(Kind.FAILED_PRECONDITION, "WRONG_STAGE_KIND", Subject.of(asset), message);
        }
    }

    /** Nothing waits in the queue. */
    public static final class QueueEmpty extends ProductionException {
        private static final long serialVersionUID = 1;

        QueueEmpty(QueueName queue) {
            super(
                    Kind.FAILED_PRECONDITION,
                    "QUEUE_EMPTY",
                    Subject.of(queue),
                    "nothing waits in '%s'".formatted(queue.resourceName()));
        }
    }

    /** The asset that was asked for does not wait in this queue. */
    public static final class AssetNotWaiting extends ProductionException {
        private static final long serialVersionUID = 1;

        AssetNotWaiting(AssetId asset, AssetStatus status, QueueName queue) {
            super(
                    Kind.FAILED_PRECONDITION,
                    "ASSET_NOT_WAITING",
                    Subject.of(asset),
                    "'%s' is %s: expected it to wait in '%s'"
                            .formatted(asset.resourceName(), status, queue.resourceName()));
        }
    }

    /** Others were faster at every try; nothing was taken. */
    public static final class QueueContended extends ProductionException {
        private static final long serialVersionUID = 1;

        QueueContended(QueueName queue) {
            super(
                    Kind.ABORTED,
                    "QUEUE_CONTENDED",
                    Subject.of(queue),
                    "others took from '%s' faster at every try: try again"
                            .formatted(queue.resourceName()));
        }

        @Override
        public Optional<Duration> retryAfter() {
            return Optional.of(Duration.ofMillis(100));
        }
    }

    /** There is no room for one more who watches a board. */
    public static final class TooManyWatchers extends ProductionException {
        private static final long serialVersionUID = 1;

        TooManyWatchers(int there, int most) {
            super(
                    Kind.RESOURCE_EXHAUSTED,
                    "TOO_MANY_WATCHERS",
                    new Subject("board", "board"),
                    "%d watch boards here, expected at most %d".formatted(there, most));
        }

        @Override
        public Optional<Duration> retryAfter() {
            return Optional.of(Duration.ofSeconds(30));
        }
    }

    /** The same request is being carried out; its answer is there when it is asked again. */
    public static final class RequestInProgress extends ProductionException {
        private static final long serialVersionUID = 1;

        RequestInProgress(QueueName queue, String requestId) {
            super(
                    Kind.ABORTED,
                    "REQUEST_IN_PROGRESS",
                    Subject.of(queue),
                    "request id '%s' is being carried out: ask again".formatted(requestId));
        }

        @Override
        public Optional<Duration> retryAfter() {
            return Optional.of(Duration.ofSeconds(1));
        }
    }
}
