package io.syncopate.assessment.program;

import io.syncopate.kernel.Command;
import io.syncopate.kernel.Etags;
import io.syncopate.kernel.Ids;
import io.syncopate.kernel.Ownership;
import io.syncopate.kernel.Versioned;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** Creates, changes and deletes programmes that are not launched. */
public final class DescribeProgram {

    private final Programs programs;

    public DescribeProgram(Programs programs) {
        this.programs = programs;
    }

    public Versioned<Program> create(Command by, Ownership ownership, Program draft) {
        return programs.add(
                by, ownership, Ids.forCommand(by), draft, new ProgramEvent.ProgramCreated());
    }

    /**
     * @param etag of the version that the caller saw, or empty
     */
    public Versioned<Program> update(
            Command by, String id, String etag, UnaryOperator<Program> change) {
        Optional<Versioned<Program>> answered = programs.answered(by, id);
        if (answered.isPresent()) {
            return answered.get();
        }
        Versioned<Program> before = programs.get(by.reach(), id);
        Etags.check(etag, before);
        return programs.change(
                by, before, change.apply(before.value()), new ProgramEvent.ProgramUpdated());
    }

    /**
     * @param etag of the version that the caller saw, or empty
     */
    public void delete(Command by, String id, String etag) {
        Versioned<Program> before = programs.get(by.reach(), id);
        Etags.check(etag, before);
        before.value().refuseRemovalOnceLaunched();
        programs.remove(by, before, new ProgramEvent.ProgramDeleted());
    }
}
