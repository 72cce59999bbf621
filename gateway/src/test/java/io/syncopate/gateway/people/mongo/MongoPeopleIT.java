package io.syncopate.gateway.people.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;

import io.syncopate.gateway.people.Person;
import io.syncopate.gateway.people.PersonEvent;
import io.syncopate.kernel.Aggregates;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.DomainEvent;
import io.syncopate.kernel.Versioned;
import io.syncopate.testkit.kernel.AggregatesContract;
import io.syncopate.testkit.kernel.Callers;
import io.syncopate.testkit.store.OnStore;
import io.syncopate.testkit.store.TestStore;

import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

@OnStore
class MongoPeopleIT extends AggregatesContract<Person> {

    @SuppressWarnings("NullAway.Init")
    private MongoDatabase database;

    private MongoDatabase behind;

    @BeforeEach
    void open(TestStore store) {
        database = store.database();
        behind = store.behindTheAdapter();
    }

    @Override
    protected Aggregates<Person> aggregates() {
        return new MongoPeople(database, clock);
    }

    /** The even ones are as little known as a person can be. */
    @Override
    protected Person value(int number) {
        return number % 2 == 1
                ? person("Person " + number)
                : new Person(
                        "Person " + number, Optional.empty(), Optional.empty(), Set.of(), Set.of());
    }

    @Override
    protected DomainEvent event() {
        return new PersonEvent.PersonEntered();
    }

    @Test
    void whatTellsWhoAPersonWasIsNotInTheEventsThatRemain() {
        MongoPeople people = new MongoPeople(database, clock);
        Versioned<Person> entered =
                people.add(command(), "u1", person("Ann Lee"), new PersonEvent.PersonEntered());
        Versioned<Person> changed =
                people.change(
                        command(), entered, person("Ann Li"), new PersonEvent.PersonChanged());
        people.remove(command(), changed, new PersonEvent.PersonErased());

        List<Document> events =
                Objects.requireNonNull(behind.getCollection("people").find().first())
                        .getList("outbox", Document.class);
        assertThat(events).hasSize(3);
        assertThat(events.toString())
                .contains("displayName", "email", "editors")
                .doesNotContain("Ann", "ann@", "Berlin");
    }

    private static Person person(String name) {
        return new Person(
                name,
                Optional.of("ann@acme.example"),
                Optional.of(ZoneId.of("Europe/Berlin")),
                Set.of("editors", "night-shift"),
                Set.of("producer"));
    }

    private Command command() {
        return Callers.command(Callers.of(Callers.ACME, "owner"), "change", clock.instant());
    }
}
