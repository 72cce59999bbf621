package io.syncopate.assessment.program.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.client.MongoDatabase;

import io.syncopate.assessment.program.Outcome;
import io.syncopate.kernel.Aggregates;
import io.syncopate.kernel.DomainEvent;
import io.syncopate.kernel.NotFoundException;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.Versioned;
import io.syncopate.testkit.kernel.AggregatesContract;
import io.syncopate.testkit.kernel.Callers;
import io.syncopate.testkit.store.OnStore;
import io.syncopate.testkit.store.TestStore;

import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.OptionalDouble;

@OnStore
class MongoOutcomesIT extends AggregatesContract<Outcome> {

    @SuppressWarnings("NullAway.Init")
    private MongoDatabase database;

    private MongoDatabase behind;

    @BeforeEach
    void open(TestStore store) {
        database = store.database();
        behind = store.behindTheAdapter();
    }

    @Override
    protected Aggregates<Outcome> aggregates() {
        return new MongoOutcomes(database, clock);
    }

    @Override
    protected Outcome value(int number) {
        return new Outcome(
                "program-" + number % 2,
                "assessment",
                "cohort " + number,
                LocalDate.of(2026, 3, 2),
                LocalDate.of(2026, 5, 29),
                40,
                number,
                OptionalDouble.of(72.5),
                OptionalDouble.empty(),
                OptionalDouble.of(12),
                OptionalDouble.empty(),
                "notes");
    }

    @Override
    protected DomainEvent event() {
        return new Outcome.OutcomeRecorded("program", "cohort");
    }

    @Test
    void listsThoseOfOneProgram() {
        var outcomes = new MongoOutcomes(database, clock);
        for (int i = 0; i < 4; i++) {
            outcomes.add(
                    Callers.command(Callers.ann(), "record" + i, clock.instant()),
                    "o" + i,
                    value(i),
                    event());
        }

        assertThat(outcomes.ofProgram(Callers.ACME, "program-0", PageRequest.first()).items())
                .extracting(Versioned::id)
                .containsExactly("o0", "o2");
    }

    @Test
    void isLoggedAndRefusedByTheNameThatTheContractGivesIt() {
        var outcomes = new MongoOutcomes(database, clock);
        String key = Outcome.key("p", "x");
        outcomes.add(
                Callers.command(Callers.ann(), "create", clock.instant()), key, value(1), event());

        assertThat(behind.getCollection("outcomes").find())
                .flatExtracting(stored -> stored.getList("outbox", Document.class))
                .extracting(event -> event.getString("aggregate"))
                .containsExactly("programs/p/outcomes/x");
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> outcomes.get(Callers.ACME, "p/y"))
                .withMessageContaining("programs/p/outcomes/y");
    }
}
