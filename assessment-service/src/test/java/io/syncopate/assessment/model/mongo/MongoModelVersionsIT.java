package io.syncopate.assessment.model.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.client.MongoDatabase;

import io.syncopate.assessment.model.ModelEvent;
import io.syncopate.assessment.model.SavedModel;
import io.syncopate.kernel.Aggregates;
import io.syncopate.kernel.DomainEvent;
import io.syncopate.kernel.InvalidException;
import io.syncopate.testkit.kernel.AggregatesContract;
import io.syncopate.testkit.kernel.Callers;
import io.syncopate.testkit.store.OnStore;
import io.syncopate.testkit.store.TestStore;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;

@OnStore
class MongoModelVersionsIT extends AggregatesContract<SavedModel> {

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
    protected Aggregates<SavedModel> aggregates() {
        return new MongoModelVersions(database, clock);
    }

    @Override
    protected SavedModel value(int number) {
        return ModelTexts.saved("ours", number + 1);
    }

    @Override
    protected DomainEvent event() {
        return new ModelEvent.DecisionModelVersionKept("ours", 1);
    }

    @Test
    void listsThoseOfOneModelBelowAVersionNewestFirst() {
        var versions = new MongoModelVersions(database, clock);
        for (String model : new String[] {"ours", "theirs"}) {
            for (int version = 1; version <= 11; version++) {
                SavedModel saved = ModelTexts.saved(model, version);
                versions.add(
                        Callers.command(Callers.ann(), "keep-" + saved.key(), clock.instant()),
                        saved.key(),
                        saved,
                        event());
            }
        }
        assertThat(versions.below(Callers.ACME, "ours", 11, 3))
                .extracting(each -> each.value().key())
                .containsExactly("ours/10", "ours/9", "ours/8");
        assertThat(versions.below(Callers.ACME, "ours", 2, 3))
                .extracting(each -> each.name())
                .containsExactly("decisionModels/ours/versions/1");
        assertThat(versions.below(Callers.ACME, "ours", 11, 0)).isEmpty();
    }

    @Test
    void aTokenIsGoodForItsModelAndTenantAlone() {
        var versions = new MongoModelVersions(database, clock);
        String token = versions.tokenBelow(Callers.ACME, "ours", 7);

        assertThat(versions.versionIn(Callers.ACME, "ours", token)).isEqualTo(7);
        for (ThrowingCallable wrong :
                List.<ThrowingCallable>of(
                        () -> versions.versionIn(Callers.ACME, "theirs", token),
                        () -> versions.versionIn(Callers.OTHER, "ours", token),
                        () -> versions.versionIn(Callers.ACME, "ours", "below-7"))) {
            assertThatExceptionOfType(InvalidException.class)
                    .isThrownBy(wrong)
                    .satisfies(e -> assertThat(e.reason()).isEqualTo("INVALID_PAGE_TOKEN"));
        }
    }

    /** The log never forgets; a whole model for each save would fill it. */
    @Test
    void theLogDoesNotRepeatTheWholeText() {
        var versions = new MongoModelVersions(database, clock);
        versions.add(
                Callers.command(Callers.ann(), "keep", clock.instant()),
                "ours/1",
                value(0),
                event());
        assertThat(behind.getCollection("decisionModelVersions").find())
                .flatExtracting(stored -> stored.getList("outbox", Document.class))
                .singleElement()
                .asString()
                .doesNotContain("Because.");
    }
}
