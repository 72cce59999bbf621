package io.syncopate.gateway.people;

import io.syncopate.kernel.RefusedException;

/** What came of a row of a file of people. */
public sealed interface ImportedRow {

    PersonRow row();

    /** What a row can have done. */
    enum Deed {
        CREATED,
        UPDATED,
        UNCHANGED
    }

    /**
     * @param repeated whether an earlier call of the same request did it
     */
    record Done(PersonRow row, Deed deed, boolean repeated) implements ImportedRow {}

    record Refused(PersonRow row, RefusedException why) implements ImportedRow {}
}
