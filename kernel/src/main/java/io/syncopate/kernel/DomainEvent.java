package io.syncopate.kernel;

/** What happened to an aggregate. A feature's events are nested records of a sealed interface. */
public interface DomainEvent {

    /** A name in the past tense that is part of the contract: {@code ProgramAssessed}. */
    default String type() {
        return getClass().getSimpleName();
    }
}
