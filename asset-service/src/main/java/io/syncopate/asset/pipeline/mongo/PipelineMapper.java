package io.syncopate.asset.pipeline.mongo;

import io.syncopate.asset.pipeline.ChecklistItem;
import io.syncopate.asset.pipeline.Handoff;
import io.syncopate.asset.pipeline.Pipeline;
import io.syncopate.asset.pipeline.QueueOrder;
import io.syncopate.asset.pipeline.Stage;
import io.syncopate.starter.mongo.DocumentMapper;

import org.bson.Document;

import java.time.Duration;
import java.util.Optional;

/** A pipeline as a document; durations in milliseconds. */
final class PipelineMapper implements DocumentMapper<Pipeline> {

    @Override
    public String kind() {
        return "pipeline";
    }

    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public Document write(Pipeline pipeline) {
        return new Document("displayName", pipeline.displayName())
                .append("stages", pipeline.stages().stream().map(this::write).toList());
    }

    @Override
    public Pipeline read(Document fields) {
        return new Pipeline(
                fields.getString("displayName"),
                fields.getList("stages", Document.class).stream().map(this::stage).toList());
    }

    private Document write(Stage stage) {
        Document document =
                new Document("key", stage.key())
                        .append("displayName", stage.displayName())
                        .append("role", stage.role())
                        .append("kind", stage.kind().name())
                        .append(
                                "checklist",
                                stage.checklist().stream()
                                        .map(
                                                item ->
                                                        new Document("key", item.key())
                                                                .append("text", item.text()))
                                        .toList())
                        .append("handoff", stage.handoff().name())
                        .append("order", stage.order().name())
                        .append("lease", stage.lease().toMillis())
                        .append("staleAfter", stage.staleAfter().toMillis());
        stage.reviewWindow()
                .ifPresent(window -> document.append("reviewWindow", window.toMillis()));
        stage.backTo().ifPresent(key -> document.append("backTo", key));
        return document;
    }

    private Stage stage(Document document) {
        return new Stage(
                document.getString("key"),
                document.getString("displayName"),
                document.getString("role"),
                Stage.Kind.valueOf(document.getString("kind")),
                document.getList("checklist", Document.class).stream()
                        .map(
                                item ->
                                        new ChecklistItem(
                                                item.getString("key"), item.getString("text")))
                        .toList(),
                Handoff.valueOf(document.getString("handoff")),
                QueueOrder.valueOf(document.getString("order")),
                Duration.ofMillis(document.getLong("lease")),
                Duration.ofMillis(document.getLong("staleAfter")),
                Optional.ofNullable(document.getLong("reviewWindow")).map(Duration::ofMillis),
                Optional.ofNullable(document.getString("backTo")));
    }
}
