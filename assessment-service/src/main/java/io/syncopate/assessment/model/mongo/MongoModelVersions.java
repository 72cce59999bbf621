package io.syncopate.assessment.model.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;

import io.syncopate.assessment.model.ModelEvent;
import io.syncopate.assessment.model.ModelVersions;
import io.syncopate.assessment.model.SavedModel;
import io.syncopate.kernel.DomainEvent;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Versioned;
import io.syncopate.starter.mongo.DocumentMapper;
import io.syncopate.starter.mongo.IndexSpec;
import io.syncopate.starter.mongo.MongoAggregates;

import org.bson.Document;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.List;
import java.util.Set;

@Component
class MongoModelVersions extends MongoAggregates<SavedModel> implements ModelVersions {

    private static final String MODEL = "data." + SavedDocument.MODEL;
    private static final String VERSION = "data." + SavedDocument.VERSION;

    MongoModelVersions(MongoDatabase db, Clock clock) {
        super(
                db,
                "decisionModelVersions",
                new Mapper(),
                clock,
                List.of(IndexSpec.on(MODEL, "-" + VERSION)));
    }

    @Override
    protected String nameOf(String id) {
        return "decisionModels/" + id.replace("/", "/versions/");
    }

    @Override
    public List<Versioned<SavedModel>> below(
            TenantId tenant, String model, int version, int limit) {
        // A limit of 0 is none to MongoDB.
        return limit == 0
                ? List.of()
                : findAll(
                        tenant,
                        and(eq(MODEL, model), lt(VERSION, version)),
                        Sorts.descending(VERSION),
                        limit);
    }

    @Override
    public String tokenBelow(TenantId tenant, String model, int version) {
        return pageTokens().sign(Integer.toString(version), list(tenant, model));
    }

    @Override
    public int versionIn(TenantId tenant, String model, String token) {
        return Integer.parseInt(pageTokens().placeIn(token, list(tenant, model)));
    }

    private List<String> list(TenantId tenant, String model) {
        return List.of(tenant.value(), kind(), model, "-" + VERSION);
    }

    private static final class Mapper implements DocumentMapper<SavedModel> {

        @Override
        public String kind() {
            return "decisionModelVersion";
        }

        @Override
        public int schemaVersion() {
            return 1;
        }

        @Override
        public Document write(SavedModel saved) {
            return SavedDocument.write(saved);
        }

        @Override
        public SavedModel read(Document from) {
            return SavedDocument.read(from);
        }

        @Override
        public Document writeEvent(DomainEvent event) {
            return event instanceof ModelEvent.DecisionModelVersionKept(String model, int version)
                    ? new Document("model", model).append("version", version)
                    : new Document();
        }

        /** The log has what the save before it changed; the whole of it is kept here. */
        @Override
        public Set<String> unrecorded() {
            return Set.of("text");
        }
    }
}
