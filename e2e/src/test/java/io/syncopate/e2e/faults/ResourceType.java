package io.syncopate.e2e.faults;

import io.syncopate.e2e.replicas.Service;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** What the load makes, where it is kept, and where it carries the key that it was created with. */
enum ResourceType {
    PROGRAM(Service.ASSESSMENT, "programs", "/brief/objective/statement"),
    ASSESSMENT(Service.ASSESSMENT, "assessments", ""),
    COHORT(Service.SCHEDULING, "cohorts", "/description"),
    PARTICIPANT(Service.SCHEDULING, "participants", "/person"),
    SERIES(Service.SCHEDULING, "series", "/displayName"),
    CAMPAIGN(Service.ASSET, "campaigns", "/brief"),
    ASSET(Service.ASSET, "assets", ""),
    CLAIM(Service.ASSET, "claims", ""),
    PERSON(null, "people", "/displayName");

    private final Optional<Service> service;
    private final String collection;
    private final String origin;

    ResourceType(@Nullable Service service, String collection, String origin) {
        this.service = Optional.ofNullable(service);
        this.collection = collection;
        this.origin = origin;
    }

    /** Whether one of the three services keeps it, rather than the gateway itself. */
    boolean isOfAService() {
        return service.isPresent();
    }

    /** The database that has it. */
    String owner() {
        return service.map(Service::label).orElse("gateway");
    }

    String collection() {
        return collection;
    }

    /** JSON pointer of the key in what was created; empty when it has no place for one. */
    String origin() {
        return origin;
    }

    /** Whether it has events of its own; a claim is a part of its asset and no more. */
    boolean isLogged() {
        return this != CLAIM;
    }
}
