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

    /**
     * Of a change: other roles are other rights, and are looked for by themselves.
     */
    static PersonEvent changed(Person before, Person after) {
        return before.roles().equals(after.roles())
                ? new PersonChanged()
                : new PersonRolesChanged();
    }

    /** Changed, with the same roles. */
    record PersonChanged() implements PersonEvent {
        @Override
        public String type() {
            return "PersonChanged";
        }
    }

    /** Has other roles than before, and perhaps other things changed. */
    record PersonRolesChanged() implements PersonEvent {
        @Override
        public String type() {
            return "PersonRolesChanged";
        }
    }

    /** Signed in by a browser. */
    record PersonSignedIn() implements PersonEvent {
        @Override
        public String type() {
            return "PersonSignedIn";
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
