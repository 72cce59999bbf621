package io.syncopate.asset.production.mongo;

import io.syncopate.asset.pipeline.QueueName;
import io.syncopate.asset.production.Asset;
import io.syncopate.asset.production.AssetEvent;
import io.syncopate.asset.production.AssetId;
import io.syncopate.asset.production.Blocked;
import io.syncopate.asset.production.ClaimLog;
import io.syncopate.asset.production.Claimed;
import io.syncopate.asset.production.Deliverable;
import io.syncopate.asset.production.Done;
import io.syncopate.asset.production.InProgress;
import io.syncopate.asset.production.InReview;
import io.syncopate.asset.production.Passport;
import io.syncopate.asset.production.Place;
import io.syncopate.asset.production.Priority;
import io.syncopate.asset.production.Waiting;
import io.syncopate.kernel.DomainEvent;
import io.syncopate.starter.mongo.DocumentMapper;

import org.bson.Document;

import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An asset as a document, its state told by {@code kind}. */
final class AssetMapper implements DocumentMapper<Asset> {

    static final String KIND = "kind";
    static final String CAMPAIGN = "campaign";
    static final String KEY = "key";
    static final String PIPELINE = "pipeline";
    static final String ORDINAL = "ordinal";

    /** Empty for what is done. */
    static final String STAGE = "stage";

    /** There while it waits in a queue or is held. */
    static final String QUEUE = "queue";

    static final String RANK = "rank";

    /** When it came to its stage, or was done. */
    static final String SINCE = "since";

    /**
     * From when on it can be taken: always while it waits, when its lease is lost while it is held.
     */
    static final String AVAILABLE = "available";

    static final String BLOCKED = "BLOCKED";
    static final String WAITING = "WAITING";
    static final String IN_PROGRESS = "IN_PROGRESS";
    static final String IN_REVIEW = "IN_REVIEW";
    static final String DONE = "DONE";

    static final Instant ALWAYS = Instant.EPOCH;

    @Override
    public String kind() {
        return "asset";
    }

    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public Document write(Asset asset) {
        Document document = new Document(KIND, kindOf(asset));
        write(asset.deliverable(), document);
        PassportDocuments.write(asset.passport(), document);
        PassportDocuments.write(asset.claims(), document);
        switch (asset) {
            case Blocked blocked -> {
                write(blocked.place(), document);
                document.append("waitsFor", sorted(blocked.waitsFor()));
            }
            case Waiting waiting -> {
                write(waiting.place(), document);
                document.append(QUEUE, waiting.place().queue().value())
                        .append(AVAILABLE, Date.from(ALWAYS));
            }
            case Claimed claimed -> {
                write(claimed.place(), document);
                document.append(QUEUE, claimed.place().queue().value())
                        .append(AVAILABLE, Date.from(claimed.claim().lost()));
            }
            case Done done -> document.append(STAGE, "").append(SINCE, Date.from(done.at()));
        }
        return document;
    }

    private static String kindOf(Asset asset) {
        return switch (asset) {
            case Blocked _ -> BLOCKED;
            case Waiting _ -> WAITING;
            case InProgress _ -> IN_PROGRESS;
            case InReview _ -> IN_REVIEW;
            case Done _ -> DONE;
        };
    }

    @Override
    public Asset read(Document fields) {
        Deliverable deliverable = deliverable(fields);
        Passport passport = PassportDocuments.passport(fields);
        ClaimLog claims = PassportDocuments.claims(fields);
        String kind = fields.getString(KIND);
        return switch (kind) {
            case BLOCKED ->
                    new Blocked(
                            deliverable,
                            passport,
                            place(fields, deliverable),
                            strings(fields, "waitsFor"));
            case WAITING -> new Waiting(deliverable, passport, place(fields, deliverable), claims);
            case IN_PROGRESS ->
                    new InProgress(deliverable, passport, place(fields, deliverable), claims);
            case IN_REVIEW ->
                    new InReview(deliverable, passport, place(fields, deliverable), claims);
            case DONE ->
                    new Done(
                            deliverable,
                            passport,
                            claims,
                            PassportDocuments.instant(fields, SINCE));
            default ->
                    throw new IllegalStateException(
                            "asset kind '%s': expected one that this version knows"
                                    .formatted(kind));
        };
    }

    @Override
    public Document writeEvent(DomainEvent event) {
        return switch ((AssetEvent) event) {
            case AssetEvent.AssetCreated e ->
                    new Document("stage", e.stage()).append("waitsFor", sorted(e.waitsFor()));
            case AssetEvent.AssetUnblocked e -> new Document("stage", e.stage());
            case AssetEvent.AssetClaimed e -> {
                Document document =
                        new Document("stage", e.stage())
                                .append("claim", e.claim())
                                .append("fence", e.fence())
                                .append("holder", e.holder());
                e.lost().ifPresent(claim -> document.append("lost", claim));
                yield document;
            }
            case AssetEvent.ClaimRenewed e ->
                    new Document("claim", e.claim()).append("expires", Date.from(e.expires()));
            case AssetEvent.ClaimReleased e ->
                    new Document("stage", e.stage()).append("claim", e.claim());
            case AssetEvent.ClaimExpired e ->
                    new Document("stage", e.stage())
                            .append("claim", e.claim())
                            .append("holder", e.holder());
            case AssetEvent.AssetPushed e ->
                    new Document("from", e.from())
                            .append("to", e.to())
                            .append("version", e.version())
                            .append("contextMissing", e.contextMissing());
            case AssetEvent.AssetApproved e -> {
                Document document =
                        new Document("from", e.from())
                                .append("version", e.version())
                                .append("forGood", e.forGood());
                e.to().ifPresent(stage -> document.append("to", stage));
                yield document;
            }
            case AssetEvent.ChangesRequested e ->
                    new Document("from", e.from())
                            .append("to", e.to())
                            .append("reason", e.reason());
            case AssetEvent.AssetCompleted e ->
                    new Document("from", e.from()).append("version", e.version());
        };
    }

    private static void write(Deliverable deliverable, Document document) {
        document.append(CAMPAIGN, deliverable.id().campaign())
                .append(KEY, deliverable.id().key())
                .append(PIPELINE, deliverable.pipeline())
                .append("displayName", deliverable.displayName())
                .append("channel", deliverable.channel())
                .append("urgency", deliverable.urgency())
                .append("activity", deliverable.activity())
                .append("priority", deliverable.priority().name())
                .append(ORDINAL, deliverable.ordinal())
                .append("dependsOn", sorted(deliverable.dependsOn()))
                .append("coupledWith", sorted(deliverable.coupledWith()));
    }

    private static Deliverable deliverable(Document document) {
        return new Deliverable(
                new AssetId(document.getString(CAMPAIGN), document.getString(KEY)),
                document.getString(PIPELINE),
                document.getString("displayName"),
                document.getString("channel"),
                document.getInteger("urgency"),
                document.getString("activity"),
                Priority.valueOf(document.getString("priority")),
                document.getInteger(ORDINAL),
                strings(document, "dependsOn"),
                strings(document, "coupledWith"));
    }

    private static void write(Place place, Document document) {
        document.append(STAGE, place.stage())
                .append(RANK, place.rank())
                .append(SINCE, Date.from(place.since()))
                .append("staleAt", Date.from(place.staleAt()));
        place.decisionDue().ifPresent(due -> document.append("decisionDue", Date.from(due)));
    }

    private static Place place(Document document, Deliverable deliverable) {
        return new Place(
                new QueueName(deliverable.pipeline(), document.getString(STAGE)),
                document.getInteger(RANK),
                PassportDocuments.instant(document, SINCE),
                deliverable.ordinal(),
                PassportDocuments.instant(document, "staleAt"),
                Optional.ofNullable(document.getDate("decisionDue")).map(Date::toInstant));
    }

    private static List<String> sorted(Collection<String> keys) {
        return keys.stream().sorted().toList();
    }

    private static Set<String> strings(Document document, String field) {
        return Set.copyOf(document.getList(field, String.class, List.of()));
    }
}
