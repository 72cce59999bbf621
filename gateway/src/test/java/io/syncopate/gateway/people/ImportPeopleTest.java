package io.syncopate.gateway.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.syncopate.gateway.people.ImportedRow.Deed;
import io.syncopate.gateway.people.ImportedRow.Done;
import io.syncopate.gateway.people.ImportedRow.Refused;
import io.syncopate.gateway.people.PersonEvent.PersonChanged;
import io.syncopate.gateway.people.PersonEvent.PersonEntered;
import io.syncopate.kernel.Caller;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.Grant;
import io.syncopate.kernel.InvalidException;
import io.syncopate.kernel.RequestReusedException;
import io.syncopate.kernel.Scope;
import io.syncopate.kernel.StaleEtagException;
import io.syncopate.kernel.Uid;
import io.syncopate.kernel.Versioned;
import io.syncopate.testkit.kernel.Callers;
import io.syncopate.testkit.kernel.SettableClock;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

class ImportPeopleTest {

    private static final Set<PersonColumn> ALL = EnumSet.allOf(PersonColumn.class);
    private static final Set<PersonColumn> NAMES =
            Set.of(PersonColumn.UID, PersonColumn.DISPLAY_NAME);

    private final SettableClock clock = SettableClock.at("2026-03-02T09:00:00Z");
    private final InMemoryPeople people = new InMemoryPeople(clock);
    private final Roles roles =
            new Roles(
                    Map.of("viewer", List.of("assessment.*:TENANT"), "owner", List.of("*:TENANT")));
    private final ImportPeople importPeople = new ImportPeople(people, roles);

    @Test
    void entersChangesAndLeavesAloneAndTheSameFileAgainDoesNothing() {
        run(request("first"), row(2, "ann", person("Ann")), row(3, "bob", person("Bob")));
        List<PersonRow> rows =
                List.of(
                        row(2, "ann", person("Ann")),
                        row(3, "bob", person("Bob Lee")),
                        row(4, "cleo", person("Cleo")));
        assertThat(importPeople.of(request("second"), rows))
                .containsExactly(
                        done(rows.get(0), Deed.UNCHANGED),
                        done(rows.get(1), Deed.UPDATED),
                        done(rows.get(2), Deed.CREATED));
        assertThat(importPeople.of(request("third"), rows))
                .extracting(each -> ((Done) each).deed())
                .containsOnly(Deed.UNCHANGED);
        assertThat(people.events(Callers.ACME, "ann")).containsExactly(new PersonEntered());
        assertThat(people.events(Callers.ACME, "bob"))
                .containsExactly(new PersonEntered(), new PersonChanged());
    }

    @Test
    void whatHasNoColumnStaysAndAnEmptyCellSaysThatThereIsNone() {
        run(request("first"), row(2, "ann", person("Ann")));
        var nobody = new Person("Ann Lee", Optional.empty(), Optional.empty(), Set.of(), Set.of());
        run(request("second"), new PersonRow.Stated(2, "ann", NAMES, nobody));
        assertThat(stored("ann")).isEqualTo(person("Ann Lee"));

        run(request("third"), row(2, "ann", nobody));
        assertThat(stored("ann")).isEqualTo(nobody);
    }

    @Test
    void aRepeatSaysTheSameAndUndoesNothingThatCameAfter() {
        run(request("before"), row(2, "bob", person("Bob")));
        PersonRow[] rows = {row(2, "ann", person("Ann")), row(3, "bob", person("Bob Lee"))};
        run(request("again"), rows);
        run(request("after"), row(2, "ann", person("Ann Li")));

        assertThat(run(request("again"), rows))
                .containsExactly(
                        new Done(rows[0], Deed.CREATED, true),
                        new Done(rows[1], Deed.UPDATED, true));
        assertThat(stored("ann")).isEqualTo(person("Ann Li"));
    }

    /** As after a kill: what was not done is done by the repeat. */
    @Test
    void aRepeatDoesWhatTheFirstCallDidNotComeTo() {
        run(request("again"), row(2, "ann", person("Ann")));
        PersonRow bob = row(3, "bob", person("Bob"));
        assertThat(run(request("again"), row(2, "ann", person("Ann")), bob))
                .contains(done(bob, Deed.CREATED));
    }

    @Test
    void aRequestIdOfAnotherFileIsRefusedBeforeAnybodyIsChanged() {
        run(request("again"), row(2, "ann", person("Ann")));
        Command other = Callers.command(Callers.ann(), "import", "again", "other", clock.instant());
        assertThatExceptionOfType(RequestReusedException.class)
                .isThrownBy(
                        () ->
                                run(
                                        other,
                                        row(2, "bob", person("Bob")),
                                        row(3, "ann", person("Ann Li"))));
        assertThat(people.find(Callers.ACME, "bob")).isEmpty();
    }

    @Test
    void aPersonNamedTwiceIsRefusedFromTheSecondTimeOnAndTheLineIsNamed() {
        List<ImportedRow> imported =
                run(
                        request("first"),
                        row(2, "ann", person("Ann")),
                        row(5, "ann", person("Ann Li")));
        assertThat(imported.getFirst()).isInstanceOf(Done.class);
        assertThat(refused(imported.get(1)))
                .isInstanceOf(InvalidException.class)
                .hasMessage("uid: 'ann': expected each person once, and line 2 has this one");
        assertThat(stored("ann")).isEqualTo(person("Ann"));
    }

    @Test
    void whatCannotBeReadIsRefusedAndKeepsNobodyElseOut() {
        var unreadable = new PersonRow.Unreadable(2, "", new InvalidException("uid", "", "an id"));
        PersonRow ann = row(3, "ann", person("Ann"));
        assertThat(run(request("first"), unreadable, ann))
                .containsExactly(
                        new Refused(unreadable, unreadable.why()), done(ann, Deed.CREATED));
    }

    @Test
    void nobodyGivesOrTakesWhatTheyDoNotHave() {
        run(
                request("first"),
                row(2, "olga", withRoles("owner")),
                row(3, "vera", withRoles("viewer")));
        Command mona = Callers.command(mona(), "import", "mona", "mona", clock.instant());
        List<ImportedRow> imported =
                run(
                        mona,
                        row(2, "vera", withRoles("owner")),
                        row(3, "olga", withRoles("viewer")),
                        row(4, "eve", withRoles("owner")),
                        row(5, "kim", withRoles("king")),
                        row(6, "lea", withRoles("viewer")));
        assertThat(imported.subList(0, 3))
                .allSatisfy(
                        each ->
                                assertThat(refused(each))
                                        .isInstanceOf(PeopleException.GrantBeyondOwn.class));
        assertThat(refused(imported.get(3))).isInstanceOf(PeopleException.UnknownRole.class);
        assertThat(imported.get(4)).isInstanceOf(Done.class);
        assertThat(stored("vera").roles()).containsExactly("viewer");
        assertThat(stored("olga").roles()).containsExactly("owner");
        assertThat(people.find(Callers.ACME, "eve")).isEmpty();
    }

    @Test
    void decidesAnewWhenSomebodyElseChangesThePersonMeanwhile() {
        run(request("first"), row(2, "ann", person("Ann")));
        var overtaken = new Overtaken(clock, 1);
        overtaken.add(request("x"), "ann", person("Ann"), new PersonEntered());
        PersonRow ann = row(2, "ann", person("Ann Li"));
        assertThat(new ImportPeople(overtaken, roles).of(request("second"), List.of(ann)))
                .containsExactly(done(ann, Deed.UPDATED));
        assertThat(overtaken.get(Callers.ACME, "ann").value()).isEqualTo(person("Ann Li"));
    }

    @Test
    void aPersonWhomSomebodyElseKeepsChangingIsRefusedAndCanBeSentAgain() {
        var overtaken = new Overtaken(clock, Integer.MAX_VALUE);
        overtaken.add(request("x"), "ann", person("Ann"), new PersonEntered());
        List<ImportedRow> imported =
                new ImportPeople(overtaken, roles)
                        .of(request("second"), List.of(row(2, "ann", person("Ann Li"))));
        assertThat(refused(imported.getFirst())).isInstanceOf(StaleEtagException.class);
    }

    /** Others change a person between each look and the change decided by it, so many times. */
    private static final class Overtaken extends InMemoryPeople {
        private int left;

        Overtaken(SettableClock clock, int times) {
            super(clock);
            this.left = times;
        }

        @Override
        public Optional<Versioned<Person>> find(io.syncopate.kernel.TenantId tenant, String id) {
            Optional<Versioned<Person>> found = super.find(tenant, id);
            if (left > 0 && found.isPresent()) {
                left--;
                super.change(
                        Callers.command(
                                Callers.of(tenant, "rival"),
                                "rival",
                                found.get().updateTime().plus(Duration.ofSeconds(1))),
                        found.get(),
                        person("Ann the " + found.get().version()),
                        new PersonChanged());
            }
            return found;
        }
    }

    private List<ImportedRow> run(Command by, PersonRow... rows) {
        return importPeople.of(by, List.of(rows));
    }

    private static PersonRow row(int line, String uid, Person person) {
        return new PersonRow.Stated(line, uid, ALL, person);
    }

    private static Done done(PersonRow row, Deed deed) {
        return new Done(row, deed, false);
    }

    private static RuntimeException refused(ImportedRow row) {
        assertThat(row).isInstanceOf(Refused.class);
        return ((Refused) row).why();
    }

    private Person stored(String uid) {
        return people.get(Callers.ACME, uid).value();
    }

    private static Person person(String name) {
        return new Person(
                name,
                Optional.of("x@acme.example"),
                Optional.of(ZoneId.of("Europe/Berlin")),
                Set.of("editors"),
                Set.of("viewer"));
    }

    private static Person withRoles(String... given) {
        return new Person("Somebody", Optional.empty(), Optional.empty(), Set.of(), Set.of(given));
    }

    private static Caller mona() {
        return new Caller(
                Callers.ACME,
                new Uid("mona"),
                Set.of(),
                Set.of(
                        new Grant("gateway.*", Scope.TENANT),
                        new Grant("assessment.*", Scope.TENANT)),
                Optional.empty());
    }

    private Command request(String id) {
        return Callers.command(Callers.ann(), "import", id, id, clock.instant());
    }
}
