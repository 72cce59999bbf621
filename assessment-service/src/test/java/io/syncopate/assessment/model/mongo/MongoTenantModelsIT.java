package io.syncopate.assessment.model.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;

import io.syncopate.assessment.model.ModelEvent;
import io.syncopate.assessment.model.TenantModel;
import io.syncopate.kernel.Aggregates;
import io.syncopate.kernel.DomainEvent;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.Reach;
import io.syncopate.kernel.Versioned;
import io.syncopate.testkit.kernel.AggregatesContract;
import io.syncopate.testkit.kernel.Callers;
import io.syncopate.testkit.store.OnStore;
import io.syncopate.testkit.store.TestStore;

import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.Optional;

@OnStore
class MongoTenantModelsIT extends AggregatesContract<TenantModel> {

    @SuppressWarnings("NullAway.Init")
    private MongoDatabase database;

    @SuppressWarnings("NullAway.Init")
    private MongoDatabase behind;

    @BeforeEach
    void open(TestStore store) {
        database = store.database();
        behind = store.behindTheAdapter();
    }

    @Override
    protected Aggregates<TenantModel> aggregates() {
        return new MongoTenantModels(database, clock);
    }

    @Override
    protected TenantModel value(int number) {
        return new TenantModel(ModelTexts.saved("ours", number + 1), Optional.empty());
    }

    @Override
    protected DomainEvent event() {
        return new ModelEvent.DecisionModelSaved(2);
    }

    @Test
    void listsThoseThatAreNotDeletedAndCountsAll() {
        var models = new MongoTenantModels(database, clock);
        for (int i = 0; i < 3; i++) {
            models.add(
                    Callers.command(Callers.ann(), "create" + i, clock.instant()),
                    "m" + i,
                    value(i),
                    new ModelEvent.DecisionModelCreated());
        }
        Versioned<TenantModel> second = models.get(Callers.ACME, "m1");
        models.change(
                Callers.command(Callers.ann(), "delete", clock.instant()),
                second,
                new TenantModel(second.value().current(), Optional.of(clock.instant())),
                new ModelEvent.DecisionModelDeleted());

        assertThat(models.inUse(Reach.everything(Callers.ACME), PageRequest.first()).items())
                .extracting(Versioned::id)
                .containsExactly("m0", "m2");
        assertThat(models.count(Callers.ACME)).isEqualTo(3);
        assertThat(models.get(Callers.ACME, "m1").value().deletedAt()).contains(clock.instant());
    }

    @Test
    void aSaveIsLoggedFieldByField() {
        var models = new MongoTenantModels(database, clock);
        models.add(
                Callers.command(Callers.ann(), "create", clock.instant()),
                "ours",
                value(0),
                new ModelEvent.DecisionModelCreated());
        models.change(
                Callers.command(Callers.ann(), "save", clock.instant()),
                models.get(Callers.ACME, "ours"),
                value(3),
                event());

        assertThat(models.get(Callers.ACME, "ours").value()).isEqualTo(value(3));
        assertThat(behind.getCollection("decisionModels").find())
                .flatExtracting(stored -> stored.getList("outbox", Document.class))
                .filteredOn(event -> "DecisionModelSaved".equals(event.getString("type")))
                .flatExtracting(event -> event.getList("changes", Document.class))
                .extracting(change -> change.getString("field"))
                .contains(
                        "text.criteria.zebra.synchronous",
                        "text.criteria.zebra.expression",
                        "text.nearTiePoints")
                .doesNotContain("text.criteria", "text.facts", "text.rules.too-many");
    }
}
