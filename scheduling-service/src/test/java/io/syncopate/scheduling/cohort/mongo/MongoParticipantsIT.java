package io.syncopate.scheduling.cohort.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;

import io.syncopate.kernel.Aggregates;
import io.syncopate.kernel.DomainEvent;
import io.syncopate.kernel.NotFoundException;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.Versioned;
import io.syncopate.scheduling.cohort.CohortFixture;
import io.syncopate.scheduling.cohort.Participant;
import io.syncopate.scheduling.cohort.ParticipantEvent;
import io.syncopate.testkit.kernel.AggregatesContract;
import io.syncopate.testkit.kernel.Callers;
import io.syncopate.testkit.store.OnStore;
import io.syncopate.testkit.store.TestStore;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnStore
class MongoParticipantsIT extends AggregatesContract<Participant> {

    @SuppressWarnings("NullAway.Init")
    private MongoDatabase database;

    @BeforeEach
    void open(TestStore store) {
        database = store.database();
    }

    @Override
    protected Aggregates<Participant> aggregates() {
        return new MongoParticipants(database, clock);
    }

    @Override
    protected Participant value(int number) {
        return CohortFixture.numbered(number);
    }

    @Override
    protected DomainEvent event() {
        return new ParticipantEvent.ParticipantJoined();
    }

    @Test
    void keepsCohortsAndTenantsApart() {
        var participants = new MongoParticipants(database, clock);
        for (String cohort : new String[] {"c", "d"}) {
            for (String uid : new String[] {"ann", "bob"}) {
                Participant one = CohortFixture.participant(cohort, uid, "Europe/Paris");
                participants.add(
                        Callers.command(Callers.ann(), "enrol", clock.instant()),
                        Participant.key(cohort, one.idIn(Callers.ACME)),
                        one,
                        event());
            }
        }

        assertThat(participants.everyone(Callers.ACME, "c"))
                .extracting(p -> p.person().value())
                .containsExactlyInAnyOrder("ann", "bob");
        assertThat(participants.hasAny(Callers.ACME, "d")).isTrue();
        assertThat(participants.hasAny(Callers.ACME, "e")).isFalse();
        assertThat(participants.hasAny(Callers.OTHER, "c")).isFalse();
        var first = participants.of(Callers.ACME, "c", new PageRequest(1, ""));
        var second = participants.of(Callers.ACME, "c", new PageRequest(1, first.nextToken()));
        assertThat(second.nextToken()).isEmpty();
        assertThat(first.items())
                .extracting(Versioned::id)
                .doesNotContainAnyElementsOf(second.items().stream().map(Versioned::id).toList());
    }

    @Test
    void namesWhoIsNotThereAsTheContractDoes() {
        Assertions.assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> new MongoParticipants(database, clock).get(Callers.ACME, "c/p"))
                .withMessageContaining("cohorts/c/participants/p");
    }
}
