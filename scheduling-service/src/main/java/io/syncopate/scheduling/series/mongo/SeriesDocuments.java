package io.syncopate.scheduling.series.mongo;

import io.syncopate.kernel.DomainEvent;
import io.syncopate.scheduling.series.Series;
import io.syncopate.scheduling.series.SeriesEvent.SeriesPublished;
import io.syncopate.scheduling.series.Stage;
import io.syncopate.starter.mongo.DocumentMapper;

import org.bson.Document;

import java.util.Date;

final class SeriesDocuments implements DocumentMapper<Series> {

    static final String DRAFT = "draft";
    static final String PLANNED = "planned";
    static final String PUBLISHED = "published";
    static final String DISCARDED = "discarded";

    @Override
    public String kind() {
        return "series";
    }

    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public Document write(Series series) {
        return new Document("outline", OutlineDocuments.write(series.outline()))
                .append("plan", PlanDocuments.write(series.plan()))
                .append("stage", stage(series.stage()));
    }

    @Override
    public Series read(Document fields) {
        return new Series(
                OutlineDocuments.read(fields.get("outline", Document.class)),
                PlanDocuments.read(fields.get("plan", Document.class)),
                readStage(fields.get("stage", Document.class)));
    }

    @Override
    public Document writeEvent(DomainEvent event) {
        return event instanceof SeriesPublished published
                ? new Document("publishTime", Date.from(published.at()))
                : new Document();
    }

    private static Document stage(Stage stage) {
        return switch (stage) {
            case Stage.Draft _ -> new Document("kind", DRAFT);
            case Stage.Planned _ -> new Document("kind", PLANNED);
            case Stage.Published published ->
                    new Document("kind", PUBLISHED).append("at", Date.from(published.at()));
            case Stage.Discarded _ -> new Document("kind", DISCARDED);
        };
    }

    private static Stage readStage(Document document) {
        String kind = document.getString("kind");
        return switch (kind) {
            case DRAFT -> new Stage.Draft();
            case PLANNED -> new Stage.Planned();
            case PUBLISHED -> new Stage.Published(document.getDate("at").toInstant());
            case DISCARDED -> new Stage.Discarded();
            default -> throw new IllegalStateException("unknown stage of a series: " + kind);
        };
    }
}
