package io.syncopate.gateway.people;

import io.syncopate.kernel.Aggregates;

/** Keeps the people of each tenant, by uid. */
public interface People extends Aggregates<Person> {}
