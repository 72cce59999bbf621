package io.syncopate.gateway.people;

import io.syncopate.kernel.RefusedException;

import java.util.Set;

/** One row of a file of people. */
public sealed interface PersonRow {

    /** Of the file, on which it begins. */
    int line();

    /** Empty where none can be read. */
    String uid();

    /**
     * A person as the file says.
     *
     * @param columns that the file has; of the rest it says nothing
     */
    record Stated(int line, String uid, Set<PersonColumn> columns, Person person)
            implements PersonRow {

        public Stated {
            columns = Set.copyOf(columns);
        }

        /** What the file says, and as it was what the file does not say. */
        Person over(Person before) {
            return new Person(
                    person.displayName(),
                    columns.contains(PersonColumn.EMAIL) ? person.email() : before.email(),
                    columns.contains(PersonColumn.ZONE) ? person.zone() : before.zone(),
                    columns.contains(PersonColumn.TEAMS) ? person.teams() : before.teams(),
                    columns.contains(PersonColumn.ROLES) ? person.roles() : before.roles());
        }
    }

    /**
     * Nobody can be made of it.
     *
     * @param why as the call for one person would refuse it
     */
    record Unreadable(int line, String uid, RefusedException why) implements PersonRow {}
}
