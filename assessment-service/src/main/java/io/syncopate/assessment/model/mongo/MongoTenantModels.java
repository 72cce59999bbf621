package io.syncopate.assessment.model.mongo;

import static com.mongodb.client.model.Filters.exists;

import com.mongodb.client.MongoDatabase;

import io.syncopate.assessment.model.ModelEvent;
import io.syncopate.assessment.model.TenantModel;
import io.syncopate.assessment.model.TenantModels;
import io.syncopate.kernel.DomainEvent;
import io.syncopate.kernel.Page;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.Reach;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Versioned;
import io.syncopate.starter.mongo.DocumentMapper;
import io.syncopate.starter.mongo.IndexSpec;
import io.syncopate.starter.mongo.MongoAggregates;

import org.bson.Document;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;

@Component
class MongoTenantModels extends MongoAggregates<TenantModel> implements TenantModels {

    private static final String DELETED = "deletedAt";

    MongoTenantModels(MongoDatabase db, Clock clock) {
        super(db, "decisionModels", new Mapper(), clock, List.of(IndexSpec.OF_OWNERS));
    }

    @Override
    public Page<Versioned<TenantModel>> inUse(Reach reach, PageRequest page) {
        return findPage(reach, exists("data." + DELETED, false), page);
    }

    @Override
    public long count(TenantId tenant) {
        return count(tenant, new Document());
    }

    private static final class Mapper implements DocumentMapper<TenantModel> {

        @Override
        public String kind() {
            return "decisionModel";
        }

        @Override
        public int schemaVersion() {
            return 1;
        }

        @Override
        public Document write(TenantModel model) {
            Document document = SavedDocument.write(model.current());
            model.deletedAt().ifPresent(at -> document.append(DELETED, Date.from(at)));
            return document;
        }

        @Override
        public TenantModel read(Document from) {
            return new TenantModel(
                    SavedDocument.read(from),
                    Optional.ofNullable(from.getDate(DELETED)).map(Date::toInstant));
        }

        @Override
        public Document writeEvent(DomainEvent event) {
            return event instanceof ModelEvent.DecisionModelSaved(int version)
                    ? new Document("version", version)
                    : new Document();
        }
    }
}
