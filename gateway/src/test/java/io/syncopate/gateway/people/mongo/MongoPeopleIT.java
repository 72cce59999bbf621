package io.syncopate.gateway.people.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncopate.gateway.people.Person;
import io.syncopate.gateway.people.PersonEvent;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.Versioned;
import io.syncopate.testkit.kernel.Callers;
import io.syncopate.testkit.kernel.SettableClock;
import io.syncopate.testkit.store.OnStore;
import io.syncopate.testkit.store.TestStore;

import org.bson.Document;
import org.junit.jupiter.api.Test;

import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

@OnStore
class MongoPeopleIT {

    private final SettableClock clock = SettableClock.at("2026-03-02T09:00:00Z");

    @Test
    void whatTellsWhoAPersonWasIsNotInTheEventsThatRemain(TestStore store) {
        MongoPeople people = new MongoPeople(store.database(), clock);
        Versioned<Person> entered =
                people.add(command(), "u1", person("Ann Lee"), new PersonEvent.PersonEntered());
        Versioned<Person> changed =
                people.change(
                        command(), entered, person("Ann Li"), new PersonEvent.PersonChanged());
        people.remove(command(), changed, new PersonEvent.PersonErased());

        List<Document> events =
                Objects.requireNonNull(store.database().getCollection("people").find().first())
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
                Set.of("editors"),
                Set.of());
    }

    private Command command() {
        return Callers.command(Callers.of(Callers.ACME, "owner"), "change", clock.instant());
    }
}
