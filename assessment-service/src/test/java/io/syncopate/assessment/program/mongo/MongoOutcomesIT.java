package io.syncopate.assessment.program.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.client.MongoDatabase;

import io.syncopate.assessment.program.Measures;
import io.syncopate.assessment.program.Measures.Value;
import io.syncopate.assessment.program.Outcome;
import io.syncopate.assessment.program.Run;
import io.syncopate.assessment.program.SuccessMetric.Metric;
import io.syncopate.assessment.review.Signal;
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
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;

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
        var values =
                Map.of(
                        Metric.ASSESSMENT_SCORE,
                        new Value(72.5, OptionalInt.of(38), OptionalDouble.of(9.5)),
                        Metric.TIME_TO_PROFICIENCY,
                        new Value(12, OptionalInt.empty(), OptionalDouble.empty()));
        return new Outcome(
                "program-" + number % 2,
                "assessment",
                new Run("cohort " + number, LocalDate.of(2026, 3, 2), LocalDate.of(2026, 5, 29)),
                new Measures(40, number, values),
                Map.of(Signal.CONTENT_RATING, 3.5, Signal.FEEDBACK_DAYS, 2.0),
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
