package io.syncopate.asset.production;

import io.syncopate.asset.pipeline.Pipeline;
import io.syncopate.asset.pipeline.PipelineFixture;
import io.syncopate.asset.pipeline.QueueName;
import io.syncopate.kernel.Uid;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Assets of {@code campaign} in each state, on their way through {@link PipelineFixture#three}. */
public final class AssetFixture {

    public static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    public static final QueueName WRITE = new QueueName("three", "write");

    private static final Pipeline PIPELINE = PipelineFixture.three();
    private static final Uid WES = new Uid("wes");

    private AssetFixture() {}

    public static Deliverable deliverable(String key, int ordinal, String... dependsOn) {
        return new Deliverable(
                new AssetId("campaign", key),
                "three",
                "Asset " + key,
                "email",
                10,
                "reading",
                Priority.NORMAL,
                ordinal,
                Set.of(dependsOn),
                Set.of());
    }

    public static Blocked blocked(String key, int ordinal) {
        return (Blocked) create(deliverable(key, ordinal, "other"));
    }

    public static Waiting waiting(String key, int ordinal) {
        return (Waiting) create(deliverable(key, ordinal));
    }

    public static InProgress inProgress(String key, int ordinal) {
        return (InProgress) pull(waiting(key, ordinal), "write-" + key);
    }

    public static InReview inReview(String key, int ordinal) {
        Asset pushed =
                inProgress(key, ordinal)
                        .push(
                                new Handover(
                                        Map.of("write-done", true),
                                        "as agreed",
                                        Optional.of(
                                                new Handover.NewFile(
                                                        "a.txt", "https://files.example/a.txt")),
                                        SyncHandoff.NONE),
                                PIPELINE,
                                START)
                        .after();
        return (InReview) pull(pushed, "review-" + key);
    }

    public static Done done(String key, int ordinal) {
        Asset approved =
                inReview(key, ordinal)
                        .decide(
                                new Verdict.Approve(
                                        Map.of("review-done", true), "", SyncHandoff.NONE),
                                PIPELINE,
                                START)
                        .after();
        return (Done)
                ((InProgress) pull(approved, "publish-" + key))
                        .push(
                                new Handover(
                                        Map.of("publish-done", true),
                                        "",
                                        Optional.empty(),
                                        SyncHandoff.NONE),
                                PIPELINE,
                                START)
                        .after();
    }

    public static Asset waiting(String key, int ordinal, String brief) {
        return create(deliverable(key, ordinal), brief);
    }

    private static Asset create(Deliverable deliverable) {
        return create(deliverable, "for the over-forties");
    }

    private static Asset create(Deliverable deliverable, String brief) {
        return Asset.create(deliverable, PIPELINE, brief, new Uid("owner"), START).after();
    }

    private static Asset pull(Asset asset, String claim) {
        String stage = asset.position().orElseThrow().stage();
        return asset.pull(claim, WES, PIPELINE.stage(stage), START).orElseThrow().after();
    }
}
