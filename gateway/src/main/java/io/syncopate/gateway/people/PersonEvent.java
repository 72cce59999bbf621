package io.syncopate.gateway.people;

import io.syncopate.kernel.DomainEvent;

/** What happened to a person's entry. Names and addresses are not in it: they must be erasable. */
public sealed interface PersonEvent extends DomainEvent {

    /** Entered. */
    record PersonEntered() implements PersonEvent {
        @Override
        public String type() {
            return "PersonEntered";
        }
    }

    /** Changed. */
    record PersonChanged() implements PersonEvent {
        @Override
        public String type() {
            return "PersonChanged";
        }
    }

    /** Erased. */
    record PersonErased() implements PersonEvent {
        @Override
        public String type() {
            return "PersonErased";
        }
    }
}
