package io.syncopate.starter.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;

import io.syncopate.kernel.Command;
import io.syncopate.kernel.reservation.Holders;
import io.syncopate.kernel.reservation.Key;
import io.syncopate.kernel.reservation.Reservation;
import io.syncopate.kernel.reservation.Reservations;
import io.syncopate.kernel.reservation.Taking;
import io.syncopate.testkit.kernel.Callers;
import io.syncopate.testkit.kernel.ReservationsContract;
import io.syncopate.testkit.store.OnStore;
import io.syncopate.testkit.store.TestStore;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

@OnStore
class MongoReservationsIT extends ReservationsContract {

    private static final Key KEY = new Key("k1");

    private final MongoDatabase database;
    private final MongoDatabase behind;

    MongoReservationsIT(TestStore store) {
        database = store.database();
        behind = store.behindTheAdapter();
    }

    @Override
    protected Reservations replica(Holders holders) {
        return new MongoReservations(database, "hours", holders, clock);
    }

    @Test
    void fencesRiseEvenOverWhatWasForgotten() {
        Reservations reservations = replica((_, _, _) -> Optional.empty());
        Reservation first = taken(reservations, "series/a");
        reservations.give(first);
        clock.advance(Duration.ofDays(2));
        assertThat(reservations.reconcile()).as("forgotten").isEqualTo(1);
        assertThat(behind.getCollection("hours").countDocuments()).isZero();
        assertThat(taken(reservations, "series/b").fences().get(KEY))
                .isGreaterThan(first.fences().get(KEY));
    }

    private Reservation taken(Reservations reservations, String holder) {
        Command by = Callers.command(Callers.ann(), "take", clock.instant());
        Taking taking =
                reservations.take(
                        by, holder, Set.of(KEY), clock.instant().plus(Duration.ofMinutes(1)));
        assertThat(taking).isInstanceOf(Taking.Taken.class);
        return ((Taking.Taken) taking).reservation();
    }
}
