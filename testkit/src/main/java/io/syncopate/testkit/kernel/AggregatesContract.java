package io.syncopate.testkit.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.syncopate.kernel.Aggregates;
import io.syncopate.kernel.AlreadyExistsException;
import io.syncopate.kernel.Caller;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.DomainEvent;
import io.syncopate.kernel.Ids;
import io.syncopate.kernel.InvalidException;
import io.syncopate.kernel.NotFoundException;
import io.syncopate.kernel.Ownership;
import io.syncopate.kernel.Page;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.Reach;
import io.syncopate.kernel.RequestReusedException;
import io.syncopate.kernel.Scope;
import io.syncopate.kernel.StaleEtagException;
import io.syncopate.kernel.Uid;
import io.syncopate.kernel.Versioned;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What every adapter of {@link Aggregates} must hold. A feature's adapter test extends it, says how
 * to make the adapter and different values, and adds what its own queries must do.
 */
public abstract class AggregatesContract<T> {

    protected final SettableClock clock = SettableClock.at("2026-03-02T09:00:00Z");
    private final Caller ann = Callers.ann();
    private final AtomicInteger sequence = new AtomicInteger();

    /** The adapter under test, empty, on {@link #clock}; called once per test. */
    protected abstract Aggregates<T> aggregates();

    /** A value that differs from those of other numbers and survives being stored exactly. */
    protected abstract T value(int number);

    /** Any event that the adapter can store. */
    protected abstract DomainEvent event();

    /**
     * Has events reach the log, and what was removed leave the store, where the adapter under test
     * does this beside its callers.
     */
    protected void relay() {}

    @Test
    void givesBackWhatWasAdded() {
        Aggregates<T> aggregates = aggregates();
        Versioned<T> added = aggregates.add(command("create"), "a", value(1), event());

        assertThat(added)
                .isEqualTo(
                        new Versioned<>(
                                "a",
                                added.name(),
                                value(1),
                                1,
                                clock.instant(),
                                clock.instant(),
                                Ownership.of(ann)))
                .isEqualTo(aggregates.get(Callers.ACME, "a"));
        assertThat(added.etag()).isEqualTo("v1");
        assertThat(added.name()).matches(".+/a");
        assertThat(aggregates.find(Callers.ACME, "b")).isEmpty();
    }

    @Test
    void doesNotSeeAnotherTenantsAggregates() {
        Aggregates<T> aggregates = aggregates();
        Versioned<T> added = aggregates.add(command("create"), "a", value(1), event());
        Command stranger =
                Callers.command(Callers.of(Callers.OTHER, "eve"), "update", clock.instant());

        assertThat(aggregates.find(Callers.OTHER, "a")).isEmpty();
        assertThat(aggregates.list(Callers.OTHER, PageRequest.first()).items()).isEmpty();
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> aggregates.get(Callers.OTHER, "a"));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> aggregates.change(stranger, added, value(2), event()));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> aggregates.remove(stranger, added, event()));
        aggregates.add(stranger, "a", value(3), event());
        assertThat(aggregates.get(Callers.ACME, "a").value()).isEqualTo(value(1));
    }

    @Test
    void refusesAnIdThatIsTaken() {
        Aggregates<T> aggregates = aggregates();
        aggregates.add(command("create"), "a", value(1), event());
        assertThatExceptionOfType(AlreadyExistsException.class)
                .isThrownBy(() -> aggregates.add(command("create"), "a", value(2), event()));
        assertThatExceptionOfType(AlreadyExistsException.class)
                .isThrownBy(
                        () -> aggregates.add(request("create", "r1", "x"), "a", value(2), event()));
        assertThat(aggregates.get(Callers.ACME, "a").value()).isEqualTo(value(1));
    }

    @Test
    void repeatsAnAddWithoutDoingItAgain() {
        Aggregates<T> aggregates = aggregates();
        Command command = request("create", "r1", "x");
        String id = Ids.forCommand(command);
        Versioned<T> first = aggregates.add(command, id, value(1), event());

        assertThat(aggregates.answered(command, id)).contains(first);
        assertThat(aggregates.add(command, id, value(1), event())).isEqualTo(first);
        assertThatExceptionOfType(RequestReusedException.class)
                .isThrownBy(
                        () -> aggregates.add(request("create", "r1", "y"), id, value(2), event()));
    }

    @Test
    void anAddIsStillKnownAfterManyChanges() {
        Aggregates<T> aggregates = aggregates();
        Command create = request("create", "r1", "x");
        Versioned<T> current = aggregates.add(create, "a", value(0), event());
        for (int i = 1; i <= 30; i++) {
            current =
                    aggregates.change(request("update", "u" + i, "x"), current, value(i), event());
        }
        assertThat(aggregates.add(create, "a", value(0), event())).isEqualTo(current);
    }

    @Test
    void changesOnlyTheVersionThatWasRead() {
        Aggregates<T> aggregates = aggregates();
        Versioned<T> first = aggregates.add(command("create"), "a", value(1), event());
        clock.advance(Duration.ofMinutes(1));
        Versioned<T> second = aggregates.change(command("update"), first, value(2), event());

        assertThat(second)
                .isEqualTo(
                        new Versioned<>(
                                "a",
                                first.name(),
                                value(2),
                                2,
                                first.createTime(),
                                clock.instant(),
                                Ownership.of(ann)))
                .isEqualTo(aggregates.get(Callers.ACME, "a"));
        assertThatExceptionOfType(StaleEtagException.class)
                .isThrownBy(() -> aggregates.change(command("update"), first, value(3), event()))
                .withMessageContaining(first.name())
                .withMessageContaining("v1")
                .withMessageContaining("v2");
        assertThatExceptionOfType(StaleEtagException.class)
                .isThrownBy(() -> aggregates.remove(command("delete"), first, event()));
        assertThat(aggregates.get(Callers.ACME, "a")).isEqualTo(second);
    }

    @Test
    void repeatsAChangeWithoutDoingItAgain() {
        Aggregates<T> aggregates = aggregates();
        Versioned<T> first = aggregates.add(command("create"), "a", value(1), event());
        Command update = request("update", "r1", "x");
        Versioned<T> second = aggregates.change(update, first, value(2), event());

        assertThat(aggregates.answered(update, "a")).contains(second);
        assertThat(aggregates.answered(request("update", "r2", "x"), "a")).isEmpty();
        assertThat(aggregates.change(update, first, value(2), event())).isEqualTo(second);
        assertThat(aggregates.change(update, second, value(3), event())).isEqualTo(second);
        assertThatExceptionOfType(RequestReusedException.class)
                .isThrownBy(
                        () ->
                                aggregates.change(
                                        request("update", "r1", "y"), second, value(4), event()));
        assertThatExceptionOfType(RequestReusedException.class)
                .isThrownBy(() -> aggregates.answered(request("update", "r1", "y"), "a"));
        Versioned<T> other =
                aggregates.change(request("verb", "r1", "x"), second, value(5), event());
        assertThat(other.version()).as("the id counts per method").isEqualTo(3);
    }

    @Test
    void removesForGood() {
        Aggregates<T> aggregates = aggregates();
        Versioned<T> first = aggregates.add(command("create"), "a", value(1), event());
        Command delete = request("delete", "r1", "x");
        aggregates.remove(delete, first, event());

        assertThat(aggregates.find(Callers.ACME, "a")).isEmpty();
        assertThat(aggregates.list(Callers.ACME, PageRequest.first()).items()).isEmpty();
        assertThatCode(() -> aggregates.remove(delete, first, event()))
                .as("a repeat")
                .doesNotThrowAnyException();
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> aggregates.change(command("update"), first, value(2), event()));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> aggregates.remove(command("delete"), first, event()));
    }

    @Test
    void aLateRepeatOfAnAddDoesNotBringBackWhatWasRemoved() {
        Aggregates<T> aggregates = aggregates();
        Command create = request("create", "r1", "x");
        for (String id : List.of("named-by-the-caller", Ids.forCommand(create))) {
            Versioned<T> added = aggregates.add(create, id, value(1), event());
            aggregates.remove(request("delete", "r2", "x"), added, event());

            refusesToBringBack(aggregates, create, id);
            relay();
            refusesToBringBack(aggregates, create, id);
            assertThatExceptionOfType(RequestReusedException.class)
                    .isThrownBy(
                            () ->
                                    aggregates.add(
                                            request("create", "r1", "y"), id, value(2), event()));
        }
    }

    private void refusesToBringBack(Aggregates<T> aggregates, Command create, String id) {
        assertThatExceptionOfType(NotFoundException.class)
                .as(id)
                .isThrownBy(() -> aggregates.add(create, id, value(1), event()));
        assertThat(aggregates.find(Callers.ACME, id)).as(id).isEmpty();
    }

    @Test
    void listsInOrderOfCreationPageByPage() {
        Aggregates<T> aggregates = aggregates();
        for (String id : List.of("c", "a", "e", "b", "d")) {
            aggregates.add(command("create"), id, value(1), event());
            if (!id.equals("e")) {
                clock.advance(Duration.ofSeconds(1));
            }
        }
        List<List<String>> pages = new ArrayList<>();
        String token = "";
        do {
            Page<Versioned<T>> page = aggregates.list(Callers.ACME, new PageRequest(2, token));
            pages.add(page.items().stream().map(Versioned::id).toList());
            token = page.nextToken();
        } while (!token.isEmpty());
        assertThat(pages).containsExactly(List.of("c", "a"), List.of("b", "e"), List.of("d"));
        assertThatExceptionOfType(InvalidException.class)
                .isThrownBy(() -> aggregates.list(Callers.ACME, new PageRequest(2, "no token")));
    }

    @Test
    void showsWhatIsReached() {
        Aggregates<T> aggregates = aggregates();
        Caller bob = member("bob", "ops");
        Caller eve = member("eve", "sales");
        aggregates.add(command("create"), "nobodys-team", value(1), event());
        aggregates.add(
                Callers.command(bob, "create", clock.instant()),
                new Ownership(Optional.of(bob.uid()), bob.teams()),
                "bobs",
                value(2),
                event());
        Caller mate = member("mia", "ops", "design");

        assertThat(seen(aggregates, Reach.of(bob, Scope.OWN))).containsExactly("bobs");
        assertThat(seen(aggregates, Reach.of(mate, Scope.OWN))).isEmpty();
        assertThat(seen(aggregates, Reach.of(mate, Scope.TEAM))).containsExactly("bobs");
        assertThat(seen(aggregates, Reach.of(eve, Scope.TEAM))).isEmpty();
        assertThat(seen(aggregates, Reach.of(eve, Scope.TENANT)))
                .containsExactlyInAnyOrder("nobodys-team", "bobs");
        assertThat(seen(aggregates, Reach.of(eve, "some.permission"))).isEmpty();
        assertThat(aggregates.get(Reach.of(bob, Scope.OWN), "bobs").ownership())
                .isEqualTo(Ownership.of(bob));
    }

    @Test
    void keepsWhoseItIsOverAChange() {
        Aggregates<T> aggregates = aggregates();
        Caller bob = member("bob", "ops");
        Versioned<T> bobs =
                aggregates.add(
                        Callers.command(bob, "create", clock.instant()), "a", value(1), event());
        Versioned<T> changed = aggregates.change(command("update"), bobs, value(2), event());

        assertThat(changed.ownership()).isEqualTo(Ownership.of(bob));
        assertThat(aggregates.get(Callers.ACME, "a").ownership()).isEqualTo(Ownership.of(bob));
    }

    @Test
    void nobodyGetsAnAnswerThatIsOutOfReachByItsRequestId() {
        Aggregates<T> aggregates = aggregates();
        Command create = request("create", "r1", "x");
        String id = Ids.forCommand(create);
        aggregates.add(create, id, value(1), event());
        Caller eve = member("eve", "sales");
        Command same =
                new Command(
                        eve,
                        Reach.of(eve, Scope.TEAM),
                        create.method(),
                        create.requestId(),
                        create.fingerprint(),
                        clock.instant());

        assertThat(aggregates.answered(same, id)).isEmpty();
        assertThatExceptionOfType(RequestReusedException.class)
                .isThrownBy(() -> aggregates.add(same, id, value(1), event()));
    }

    private List<String> seen(Aggregates<T> aggregates, Reach reach) {
        List<String> listed =
                aggregates.list(reach, PageRequest.first()).items().stream()
                        .map(Versioned::id)
                        .toList();
        for (String id : List.of("nobodys-team", "bobs")) {
            assertThat(aggregates.find(reach, id).isPresent()).isEqualTo(listed.contains(id));
            if (!listed.contains(id)) {
                assertThatExceptionOfType(NotFoundException.class)
                        .isThrownBy(() -> aggregates.get(reach, id));
            }
        }
        return listed;
    }

    private static Caller member(String uid, String... teams) {
        return new Caller(Callers.ACME, new Uid(uid), Set.of(teams), Set.of(), Optional.empty());
    }

    @Test
    void letsOneOfManyConcurrentChangesThrough() throws Exception {
        Aggregates<T> aggregates = aggregates();
        Versioned<T> first = aggregates.add(command("create"), "a", value(0), event());
        int writers = 8;
        List<Callable<Boolean>> attempts = new ArrayList<>();
        for (int i = 1; i <= writers; i++) {
            int number = i;
            attempts.add(
                    () -> {
                        try {
                            aggregates.change(command("update"), first, value(number), event());
                            return true;
                        } catch (StaleEtagException e) {
                            return false;
                        }
                    });
        }
        int through = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(writers)) {
            for (Future<Boolean> attempt : threads.invokeAll(attempts)) {
                through += attempt.get(30, TimeUnit.SECONDS) ? 1 : 0;
            }
        }
        assertThat(through).isEqualTo(1);
        assertThat(aggregates.get(Callers.ACME, "a").version()).isEqualTo(2);
    }

    private Command command(String method) {
        return Callers.command(ann, method + sequence.incrementAndGet(), clock.instant());
    }

    private Command request(String method, String requestId, String body) {
        return Callers.command(ann, method, requestId, body, clock.instant());
    }
}
