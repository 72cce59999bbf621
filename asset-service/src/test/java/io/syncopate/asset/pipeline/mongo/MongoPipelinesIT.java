package io.syncopate.asset.pipeline.mongo;

import static io.syncopate.asset.pipeline.PipelineFixture.byUrgency;
import static io.syncopate.asset.pipeline.PipelineFixture.decision;
import static io.syncopate.asset.pipeline.PipelineFixture.syncRequired;
import static io.syncopate.asset.pipeline.PipelineFixture.work;

import com.mongodb.client.MongoDatabase;

import io.syncopate.asset.pipeline.Pipeline;
import io.syncopate.asset.pipeline.PipelineEvent;
import io.syncopate.kernel.Aggregates;
import io.syncopate.kernel.DomainEvent;
import io.syncopate.testkit.kernel.AggregatesContract;
import io.syncopate.testkit.store.OnStore;
import io.syncopate.testkit.store.TestStore;

import org.junit.jupiter.api.BeforeEach;

import java.util.List;

@OnStore
class MongoPipelinesIT extends AggregatesContract<Pipeline> {

    @SuppressWarnings("NullAway.Init")
    private MongoDatabase database;

    @BeforeEach
    void open(TestStore store) {
        database = store.database();
    }

    @Override
    protected Aggregates<Pipeline> aggregates() {
        return new MongoPipelines(database, new PipelineMapper(), clock);
    }

    @Override
    protected Pipeline value(int number) {
        return new Pipeline(
                "Pipeline " + number,
                List.of(
                        syncRequired("write"),
                        decision("check", "write"),
                        byUrgency("adapt"),
                        work("publish")));
    }

    @Override
    protected DomainEvent event() {
        return new PipelineEvent.PipelineUpdated();
    }
}
