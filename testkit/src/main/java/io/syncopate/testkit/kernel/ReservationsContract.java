package io.syncopate.testkit.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncopate.kernel.Command;
import io.syncopate.kernel.reservation.Holders;
import io.syncopate.kernel.reservation.Key;
import io.syncopate.kernel.reservation.Reservation;
import io.syncopate.kernel.reservation.Reservations;
import io.syncopate.kernel.reservation.Taking;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What every adapter of {@link Reservations} must hold. */
public abstract class ReservationsContract {

    private static final Duration SOON = Duration.ofMinutes(1);

    protected final SettableClock clock = SettableClock.at("2026-03-02T09:00:00Z");

    /** Until when each holder that is stored needs its keys. */
    private final Map<String, Instant> stored = new ConcurrentHashMap<>();

    private Reservations reservations;

    /** One more replica over the same keys. */
    protected abstract Reservations replica(Holders holders);

    @BeforeEach
    void first() {
        reservations = replica();
    }

    @Test
    void takesAllOrNone() {
        Reservation first = taken("series/a", "k2", "k3");
        Taking.Refused refused = refused("series/b", "k1", "k3", "k4");
        assertThat(refused.key()).isEqualTo(new Key("k3"));
        assertThat(refused.holder()).isEqualTo("series/a");
        assertThat(reservations.heldBy(Callers.ACME, "series/b")).isEmpty();

        reservations.give(first);
        taken("series/b", "k1", "k3", "k4");
        assertThat(reservations.heldBy(Callers.ACME, "series/a")).isEmpty();
    }

    @Test
    void aRepeatKeepsWhatTheHolderHasAndARefusedOneGivesBackOnlyWhatItTook() {
        Reservation first = taken("series/a", "k1", "k2");
        assertThat(taken("series/a", "k1", "k2")).isEqualTo(first);

        taken("series/b", "k4");
        refused("series/a", "k1", "k3", "k4");
        assertThat(reservations.heldBy(Callers.ACME, "series/a")).isEqualTo(keys("k1", "k2"));
    }

    @Test
    void anotherTenantHasKeysOfItsOwn() {
        taken("series/a", "k1");
        Command other = Callers.command(Callers.of(Callers.OTHER, "eve"), "take", clock.instant());
        assertThat(reservations.take(other, "series/a", keys("k1"), soon()))
                .isInstanceOf(Taking.Taken.class);
    }

    @Test
    void whatWasAbandonedComesFreeAndItsHolderIsToldWhenItWakesUp() {
        Reservation abandoned = taken("series/a", "k1", "k2");
        clock.advance(SOON.plus(Reservations.MAX_SKEW));
        refused("series/b", "k1");
        clock.advance(Duration.ofSeconds(1));
        Reservation next = taken("series/b", "k1");

        assertThat(reservations.confirm(abandoned, Reservations.FOR_GOOD)).isFalse();
        reservations.give(abandoned);
        assertThat(reservations.confirm(next, Reservations.FOR_GOOD)).isTrue();
        assertThat(reservations.heldBy(Callers.ACME, "series/b")).isEqualTo(keys("k1"));
    }

    @Test
    void whatAStoredHolderDidNotComeToConfirmIsConfirmedForIt() {
        taken("series/a", "k1");
        taken("series/b", "k2");
        stored.put("series/a", Reservations.FOR_GOOD);
        clock.advance(SOON.plus(Reservations.MAX_SKEW).plusSeconds(1));

        refused("series/c", "k1");
        assertThat(reservations.reconcile()).as("k2 alone").isEqualTo(1);
        clock.advance(Duration.ofDays(365));
        refused("series/c", "k1");
        taken("series/c", "k2");
    }

    @Test
    void aConfirmedKeyIsHeldUntilItIsGivenBack() {
        confirmed("series/a", Reservations.FOR_GOOD, "k1", "k2");
        clock.advance(Duration.ofDays(365));
        refused("series/b", "k1");
        reservations.giveAll(Callers.ACME, "series/a");
        taken("series/b", "k1", "k2");
    }

    @Test
    void aConfirmedKeyOfAHolderThatHasEndedIsFreeToWhoeverWantsIt() {
        confirmed("series/a", Reservations.FOR_GOOD, "k1", "k2");
        refused("series/b", "k1");
        stored.remove("series/a");
        Reservation next = taken("series/b", "k1");
        stored.put("series/b", Reservations.FOR_GOOD);
        assertThat(reservations.confirm(next, Reservations.FOR_GOOD)).isTrue();

        reservations.giveAll(Callers.ACME, "series/a");
        assertThat(reservations.heldBy(Callers.ACME, "series/b")).isEqualTo(keys("k1"));
        refused("series/a", "k1");
    }

    /** Before it is stored it cannot be asked about. */
    @Test
    void aKeyThatIsNotConfirmedYetIsHeldWhoeverAsks() {
        taken("series/a", "k1");
        refused("series/b", "k1");
        assertThat(reservations.heldBy(Callers.ACME, "series/a")).isEqualTo(keys("k1"));
    }

    @Test
    void aKeyIsHeldNoLongerThanItIsNeeded() {
        Instant end = clock.instant().plus(Duration.ofHours(2));
        confirmed("series/a", end, "k1");
        clock.set(end);
        refused("series/b", "k1");
        stored.remove("series/a");
        clock.advance(Reservations.MAX_SKEW.plusSeconds(1));
        assertThat(reservations.reconcile()).isEqualTo(1);
        taken("series/b", "k1");
    }

    @Test
    void aHolderTakesAgainWhatRanOutAndTheFirstTakingIsNoLongerGood() {
        Reservation first = taken("series/a", "k1");
        stored.put("series/a", Reservations.FOR_GOOD);
        clock.advance(SOON.plus(Reservations.MAX_SKEW).plusSeconds(1));
        Reservation second = taken("series/a", "k1");
        assertThat(reservations.confirm(first, Reservations.FOR_GOOD)).isFalse();
        assertThat(reservations.confirm(second, Reservations.FOR_GOOD)).isTrue();
    }

    @Test
    void fencesRiseWithEachTaking() {
        Reservation first = taken("series/a", "k1");
        reservations.give(first);
        Reservation second = taken("series/b", "k1");
        assertThat(fence(second)).isGreaterThan(fence(first));
    }

    @Test
    void rivalsNeverHoldAKeyTogetherAndNeverWaitForEachOther() throws Exception {
        Map<Key, String> held = new ConcurrentHashMap<>();
        List<String> clashes = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> rivals = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                int seed = i;
                rivals.add(threads.submit(() -> rival(seed, held, clashes)));
            }
            int successes = 0;
            for (Future<Integer> rival : rivals) {
                successes += rival.get(120, TimeUnit.SECONDS);
            }
            assertThat(clashes).isEmpty();
            assertThat(successes).as("takings that came through").isGreaterThan(20);
        }
        clock.advance(SOON.plus(Reservations.MAX_SKEW).plusSeconds(1));
        taken("the last", "k0", "k1", "k2", "k3", "k4", "k5");
    }

    /** Takes random keys forty times; the first rival dies with its last ones. */
    private int rival(int seed, Map<Key, String> held, List<String> clashes) {
        Random random = new Random(seed);
        Reservations mine = replica();
        int successes = 0;
        for (int round = 0; round < 40; round++) {
            String holder = "rival/" + seed + "/" + round;
            Set<Key> wanted = new HashSet<>();
            for (int i = 0; i <= random.nextInt(3); i++) {
                wanted.add(new Key("k" + random.nextInt(6)));
            }
            Taking taking = mine.take(command(), holder, wanted, soon());
            if (taking instanceof Taking.Taken taken) {
                successes++;
                for (Key key : wanted) {
                    String before = held.putIfAbsent(key, holder);
                    if (before != null) {
                        synchronized (clashes) {
                            clashes.add(key + ": " + before + " and " + holder);
                        }
                    }
                }
                boolean dies = seed == 0 && round == 39;
                if (!dies) {
                    wanted.forEach(held::remove);
                    mine.give(taken.reservation());
                }
            }
        }
        return successes;
    }

    private Reservations replica() {
        return replica((_, holder, _) -> Optional.ofNullable(stored.get(holder)));
    }

    private void confirmed(String holder, Instant until, String... wanted) {
        Reservation reservation = taken(holder, wanted);
        stored.put(holder, until);
        assertThat(reservations.confirm(reservation, until)).isTrue();
    }

    private Reservation taken(String holder, String... wanted) {
        Taking taking = reservations.take(command(), holder, keys(wanted), soon());
        assertThat(taking).isInstanceOf(Taking.Taken.class);
        return ((Taking.Taken) taking).reservation();
    }

    private Taking.Refused refused(String holder, String... wanted) {
        Taking taking = reservations.take(command(), holder, keys(wanted), soon());
        assertThat(taking).isInstanceOf(Taking.Refused.class);
        return (Taking.Refused) taking;
    }

    private static Set<Key> keys(String... values) {
        return Stream.of(values).map(Key::new).collect(Collectors.toSet());
    }

    private static long fence(Reservation reservation) {
        return reservation.fences().values().iterator().next();
    }

    private Instant soon() {
        return clock.instant().plus(SOON);
    }

    private Command command() {
        return Callers.command(Callers.ann(), "take", clock.instant());
    }
}
