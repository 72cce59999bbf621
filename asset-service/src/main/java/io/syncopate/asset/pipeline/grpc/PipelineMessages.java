package io.syncopate.asset.pipeline.grpc;

import com.google.protobuf.Timestamp;

import io.syncopate.asset.pipeline.ChecklistItem;
import io.syncopate.asset.pipeline.Handoff;
import io.syncopate.asset.pipeline.Pipeline;
import io.syncopate.asset.pipeline.QueueOrder;
import io.syncopate.asset.pipeline.Stage;
import io.syncopate.kernel.InvalidException;
import io.syncopate.kernel.Versioned;
import io.syncopate.proto.asset.v1.Pipeline.Stage.Order;
import io.syncopate.starter.call.Owners;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Between a pipeline and its message; what the contract lets be left out gets its default here. */
final class PipelineMessages {

    private static final String NAME = "pipelines/";

    private PipelineMessages() {}

    static String id(String name) {
        return name.substring(NAME.length());
    }

    static io.syncopate.proto.asset.v1.Pipeline write(Versioned<Pipeline> pipeline) {
        return io.syncopate.proto.asset.v1.Pipeline.newBuilder()
                .setName(NAME + pipeline.id())
                .setDisplayName(pipeline.value().displayName())
                .addAllStages(
                        pipeline.value().stages().stream().map(PipelineMessages::write).toList())
                .setOwner(Owners.name(pipeline.ownership()))
                .addAllTeams(Owners.teams(pipeline.ownership()))
                .setEtag(pipeline.etag())
                .setCreateTime(timestamp(pipeline.createTime()))
                .setUpdateTime(timestamp(pipeline.updateTime()))
                .build();
    }

    static List<Stage> stages(io.syncopate.proto.asset.v1.Pipeline message) {
        return message.getStagesList().stream().map(PipelineMessages::stage).toList();
    }

    private static io.syncopate.proto.asset.v1.Pipeline.Stage write(Stage stage) {
        return io.syncopate.proto.asset.v1.Pipeline.Stage.newBuilder()
                .setKey(stage.key())
                .setDisplayName(stage.displayName())
                .setKind(
                        io.syncopate.proto.asset.v1.Pipeline.Stage.Kind.valueOf(
                                stage.kind().name()))
                .setRole(stage.role())
                .addAllChecklist(
                        stage.checklist().stream()
                                .map(
                                        item ->
                                                io.syncopate.proto.asset.v1.Pipeline.ChecklistItem
                                                        .newBuilder()
                                                        .setKey(item.key())
                                                        .setText(item.text())
                                                        .build())
                                .toList())
                .setHandoff(
                        io.syncopate.proto.asset.v1.Pipeline.Stage.Handoff.valueOf(
                                stage.handoff().name()))
                .setClaimMinutes(Math.toIntExact(stage.lease().toMinutes()))
                .setStaleAfterHours(Math.toIntExact(stage.staleAfter().toHours()))
                .setBackTo(stage.backTo().orElse(""))
                .setOrder(Order.valueOf(stage.order().name()))
                .setReviewWindowHours(
                        stage.reviewWindow()
                                .map(window -> Math.toIntExact(window.toHours()))
                                .orElse(0))
                .build();
    }

    private static Stage stage(io.syncopate.proto.asset.v1.Pipeline.Stage message) {
        Stage.Kind kind =
                switch (message.getKind()) {
                    case WORK -> Stage.Kind.WORK;
                    case DECISION -> Stage.Kind.DECISION;
                    case KIND_UNSPECIFIED, UNRECOGNIZED ->
                            throw InvalidException.missing(
                                    "pipeline.stages.kind", "WORK or DECISION");
                };
        return new Stage(
                message.getKey(),
                message.getDisplayName(),
                message.getRole(),
                kind,
                message.getChecklistList().stream()
                        .map(item -> new ChecklistItem(item.getKey(), item.getText()))
                        .toList(),
                switch (message.getHandoff()) {
                    case SYNC_REQUIRED -> Handoff.SYNC_REQUIRED;
                    case ASYNC_POSSIBLE, HANDOFF_UNSPECIFIED, UNRECOGNIZED ->
                            Handoff.ASYNC_POSSIBLE;
                },
                switch (message.getOrder()) {
                    case CHANNEL_URGENCY -> QueueOrder.CHANNEL_URGENCY;
                    case FIRST_IN_FIRST_OUT, ORDER_UNSPECIFIED, UNRECOGNIZED ->
                            QueueOrder.FIRST_IN_FIRST_OUT;
                },
                message.getClaimMinutes() == 0
                        ? Stage.DEFAULT_LEASE
                        : Duration.ofMinutes(message.getClaimMinutes()),
                message.getStaleAfterHours() == 0
                        ? Stage.DEFAULT_STALE_AFTER
                        : Duration.ofHours(message.getStaleAfterHours()),
                reviewWindow(kind, message.getReviewWindowHours()),
                Optional.of(message.getBackTo()).filter(key -> !key.isEmpty()));
    }

    private static Optional<Duration> reviewWindow(Stage.Kind kind, int hours) {
        if (hours > 0) {
            return Optional.of(Duration.ofHours(hours));
        }
        return switch (kind) {
            case WORK -> Optional.empty();
            case DECISION -> Optional.of(Stage.DEFAULT_REVIEW_WINDOW);
        };
    }

    private static Timestamp timestamp(Instant instant) {
        return Timestamp.newBuilder()
                .setSeconds(instant.getEpochSecond())
                .setNanos(instant.getNano())
                .build();
    }
}
