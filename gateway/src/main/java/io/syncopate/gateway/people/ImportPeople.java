package io.syncopate.gateway.people;

import io.syncopate.gateway.people.ImportedRow.Deed;
import io.syncopate.gateway.people.ImportedRow.Done;
import io.syncopate.gateway.people.ImportedRow.Refused;
import io.syncopate.kernel.AlreadyExistsException;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.InvalidException;
import io.syncopate.kernel.NotFoundException;
import io.syncopate.kernel.RefusedException;
import io.syncopate.kernel.StaleEtagException;
import io.syncopate.kernel.Versioned;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * Enters and changes people as a file says. Each row is a change of its own, done or refused by
 * itself; a person who is as the file says is not touched, so whatever ends an import in the middle,
 * the same file again does the rest.
 */
public final class ImportPeople {

    /** Somebody else may change the same person meanwhile; as often as this is no accident. */
    private static final int TRIES = 5;

    /** So the store syncs the writes of several rows at a time. */
    private static final int AT_ONCE = 8;

    private final People people;
    private final Roles roles;

    public ImportPeople(People people, Roles roles) {
        this.people = people;
        this.roles = roles;
    }

    /**
     * Entering and changing a person are told apart by the method that the request id is remembered
     * under, so that a repeat says the same of each.
     */
    private record Steps(Command entering, Command changing) {
        static Steps of(Command by) {
            return new Steps(named(by, "enter"), named(by, "change"));
        }

        private static Command named(Command by, String step) {
            return new Command(
                    by.by(),
                    by.reach(),
                    by.method() + "/" + step,
                    by.requestId(),
                    by.fingerprint(),
                    by.at());
        }
    }

    /**
     * @return what came of each row, in their order
     * @throws io.syncopate.kernel.RequestReusedException the request id was used for another file
     *     that has made somebody of this one what they are; nobody is changed then
     */
    public List<ImportedRow> of(Command by, List<PersonRow> rows) {
        Steps steps = Steps.of(by);
        Map<String, Deed> repeated = new HashMap<>();
        if (by.requestId().isPresent()) {
            List<Optional<Deed>> deeds = someAtOnce(rows, row -> repeat(steps, row));
            for (int i = 0; i < rows.size(); i++) {
                String uid = rows.get(i).uid();
                deeds.get(i).ifPresent(deed -> repeated.put(uid, deed));
            }
        }
        Map<String, Integer> firstLines = new HashMap<>();
        for (PersonRow row : rows) {
            if (row instanceof PersonRow.Stated stated) {
                firstLines.putIfAbsent(stated.uid(), stated.line());
            }
        }
        return someAtOnce(
                rows,
                row ->
                        switch (row) {
                            case PersonRow.Unreadable unreadable ->
                                    new Refused(unreadable, unreadable.why());
                            case PersonRow.Stated stated -> {
                                int first = firstLines.getOrDefault(stated.uid(), stated.line());
                                yield first == stated.line()
                                        ? imported(steps, stated, repeated)
                                        : new Refused(stated, twice(stated, first));
                            }
                        });
    }

    /** In their order. Rows wait for the store and not for each other. */
    private static <R> List<R> someAtOnce(List<PersonRow> rows, Function<PersonRow, R> work) {
        try (var workers =
                Executors.newFixedThreadPool(
                        AT_ONCE, Thread.ofVirtual().name("import-people-", 0).factory())) {
            List<CompletableFuture<R>> begun =
                    rows.stream()
                            .map(
                                    row ->
                                            CompletableFuture.supplyAsync(
                                                    () -> work.apply(row), workers))
                            .toList();
            return begun.stream().map(CompletableFuture::join).toList();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private Optional<Deed> repeat(Steps steps, PersonRow row) {
        if (row instanceof PersonRow.Unreadable) {
            return Optional.empty();
        }
        if (people.answered(steps.changing(), row.uid()).isPresent()) {
            return Optional.of(Deed.UPDATED);
        }
        return people.answered(steps.entering(), row.uid()).map(_ -> Deed.CREATED);
    }

    private ImportedRow imported(Steps steps, PersonRow.Stated row, Map<String, Deed> repeated) {
        Deed before = repeated.get(row.uid());
        if (before != null) {
            return new Done(row, before, true);
        }
        try {
            return new Done(row, done(steps, row), false);
        } catch (PeopleException
                | StaleEtagException
                | AlreadyExistsException
                | NotFoundException refusal) {
            return new Refused(row, refusal);
        }
    }

    private Deed done(Steps steps, PersonRow.Stated row) {
        for (int tries = 1; ; tries++) {
            try {
                Optional<Versioned<Person>> stored =
                        people.find(steps.changing().tenant(), row.uid());
                return stored.isPresent()
                        ? changed(steps.changing(), stored.get(), row)
                        : entered(steps.entering(), row);
            } catch (StaleEtagException | AlreadyExistsException | NotFoundException overtaken) {
                if (tries == TRIES) {
                    throw overtaken;
                }
            }
        }
    }

    private Deed entered(Command by, PersonRow.Stated row) {
        roles.requireGivable(row.person(), by.by());
        people.add(by, row.uid(), row.person(), new PersonEvent.PersonEntered());
        return Deed.CREATED;
    }

    private Deed changed(Command by, Versioned<Person> stored, PersonRow.Stated row) {
        Person before = stored.value();
        Person after = row.over(before);
        if (after.equals(before)) {
            return Deed.UNCHANGED;
        }
        roles.requireGivable(after, by.by());
        roles.requireHeld(before, by.by());
        people.change(by, stored, after, new PersonEvent.PersonChanged());
        return Deed.UPDATED;
    }

    private static RefusedException twice(PersonRow.Stated row, int first) {
        return new InvalidException(
                "uid", row.uid(), "each person once, and line %d has this one".formatted(first));
    }
}
