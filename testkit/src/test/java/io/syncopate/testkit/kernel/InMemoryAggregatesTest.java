package io.syncopate.testkit.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncopate.kernel.Aggregates;
import io.syncopate.kernel.DomainEvent;
import io.syncopate.kernel.Versioned;

import org.junit.jupiter.api.Test;

class InMemoryAggregatesTest extends AggregatesContract<String> {

    record Told(int number) implements DomainEvent {}

    @Override
    protected Aggregates<String> aggregates() {
        return new InMemoryAggregates<>("notes", clock);
    }

    @Override
    protected String value(int number) {
        return "value " + number;
    }

    @Override
    protected DomainEvent event() {
        return new Told(0);
    }

    @Test
    void keepsTheEventsOfAnAggregateOverItsRemoval() {
        InMemoryAggregates<String> notes = new InMemoryAggregates<>("notes", clock);
        var by = Callers.command(Callers.ann(), "note", clock.instant());
        Versioned<String> first = notes.add(by, "a", "one", new Told(1));
        notes.remove(by, first, new Told(2));
        Versioned<String> again = notes.add(by, "a", "two", new Told(3));

        assertThat(notes.events(Callers.ACME, "a"))
                .containsExactly(new Told(1), new Told(2), new Told(3));
        assertThat(again.version()).isEqualTo(3);
    }
}
