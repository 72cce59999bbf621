package io.syncopate.scheduling.cohort.mongo;

import io.syncopate.scheduling.cohort.Cohort;
import io.syncopate.starter.mongo.DocumentMapper;

import org.bson.Document;

final class CohortDocuments implements DocumentMapper<Cohort> {

    @Override
    public String kind() {
        return "cohort";
    }

    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public Document write(Cohort cohort) {
        return new Document("displayName", cohort.displayName())
                .append("description", cohort.description())
                .append("closing", cohort.closing());
    }

    @Override
    public Cohort read(Document fields) {
        return new Cohort(
                fields.getString("displayName"),
                fields.getString("description"),
                fields.getBoolean("closing", false));
    }
}
