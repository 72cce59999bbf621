package io.syncopate.assessment.model.mongo;

import com.mongodb.client.MongoDatabase;

import io.syncopate.assessment.model.DefaultModel;
import io.syncopate.assessment.model.ModelEvent;
import io.syncopate.kernel.Aggregates;
import io.syncopate.kernel.DomainEvent;
import io.syncopate.testkit.kernel.AggregatesContract;
import io.syncopate.testkit.store.OnStore;
import io.syncopate.testkit.store.TestStore;

import org.junit.jupiter.api.BeforeEach;

@OnStore
class MongoDefaultModelsIT extends AggregatesContract<DefaultModel> {

    @SuppressWarnings("NullAway.Init")
    private MongoDatabase database;

    @BeforeEach
    void open(TestStore store) {
        database = store.database();
    }

    @Override
    protected Aggregates<DefaultModel> aggregates() {
        return new MongoDefaultModels(database, clock);
    }

    @Override
    protected DefaultModel value(int number) {
        return new DefaultModel("model-" + number);
    }

    @Override
    protected DomainEvent event() {
        return new ModelEvent.DefaultDecisionModelChosen("ours");
    }
}
