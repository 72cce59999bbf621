package io.syncopate.assessment.model.mongo;

import com.mongodb.client.MongoDatabase;

import io.syncopate.assessment.model.DefaultModel;
import io.syncopate.assessment.model.DefaultModels;
import io.syncopate.assessment.model.ModelEvent;
import io.syncopate.kernel.DomainEvent;
import io.syncopate.starter.mongo.DocumentMapper;
import io.syncopate.starter.mongo.MongoAggregates;

import org.bson.Document;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.List;

@Component
class MongoDefaultModels extends MongoAggregates<DefaultModel> implements DefaultModels {

    MongoDefaultModels(MongoDatabase db, Clock clock) {
        super(db, "decisionModelDefaults", new Mapper(), clock, List.of());
    }

    private static final class Mapper implements DocumentMapper<DefaultModel> {

        @Override
        public String kind() {
            return "decisionModelDefault";
        }

        @Override
        public int schemaVersion() {
            return 1;
        }

        @Override
        public Document write(DefaultModel chosen) {
            return new Document("model", chosen.model());
        }

        @Override
        public DefaultModel read(Document from) {
            return new DefaultModel(from.getString("model"));
        }

        @Override
        public Document writeEvent(DomainEvent event) {
            return event instanceof ModelEvent.DefaultDecisionModelChosen(String model)
                    ? new Document("model", model)
                    : new Document();
        }
    }
}
