package io.syncopate.scheduling.cohort.mongo;

import com.mongodb.client.MongoDatabase;

import io.syncopate.kernel.Aggregates;
import io.syncopate.kernel.DomainEvent;
import io.syncopate.scheduling.cohort.Cohort;
import io.syncopate.scheduling.cohort.CohortEvent;
import io.syncopate.testkit.kernel.AggregatesContract;
import io.syncopate.testkit.store.OnStore;
import io.syncopate.testkit.store.TestStore;

import org.junit.jupiter.api.BeforeEach;

@OnStore
class MongoCohortsIT extends AggregatesContract<Cohort> {

    @SuppressWarnings("NullAway.Init")
    private MongoDatabase database;

    @BeforeEach
    void open(TestStore store) {
        database = store.database();
    }

    @Override
    protected Aggregates<Cohort> aggregates() {
        return new MongoCohorts(database, clock);
    }

    @Override
    protected Cohort value(int number) {
        return new Cohort("Cohort " + number, "of " + number, number % 2 == 0);
    }

    @Override
    protected DomainEvent event() {
        return new CohortEvent.CohortCreated();
    }
}
