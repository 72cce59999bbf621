package io.syncopate.gateway.people;

import io.syncopate.testkit.kernel.InMemoryAggregates;

import java.time.Clock;

/** Stands in for the store in tests of use cases. */
class InMemoryPeople extends InMemoryAggregates<Person> implements People {

    InMemoryPeople(Clock clock) {
        super("people", clock);
    }
}
