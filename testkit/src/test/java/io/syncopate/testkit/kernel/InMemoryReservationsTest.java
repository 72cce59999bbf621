package io.syncopate.testkit.kernel;

import io.syncopate.kernel.reservation.Holders;
import io.syncopate.kernel.reservation.Reservations;

import org.jspecify.annotations.Nullable;

class InMemoryReservationsTest extends ReservationsContract {

    private @Nullable Reservations only;

    /** Whatever is in memory is of one process. */
    @Override
    protected Reservations replica(Holders holders) {
        Reservations existing = only;
        if (existing == null) {
            existing = new InMemoryReservations(holders, clock);
            only = existing;
        }
        return existing;
    }
}
