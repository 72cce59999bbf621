package com.acme.rooms.room.mongo;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.acme.rooms.room.RoomFixture;
import com.acme.rooms.room.Rooms;
import com.acme.rooms.room.RoomsContract;
import com.mongodb.client.MongoDatabase;

import io.syncopate.kernel.InvalidException;
import io.syncopate.kernel.PageRequest;
import io.syncopate.testkit.kernel.Callers;
import io.syncopate.testkit.store.OnStore;
import io.syncopate.testkit.store.TestStore;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;

@OnStore
class MongoRoomsIT extends RoomsContract {

    @SuppressWarnings("NullAway.Init")
    private MongoDatabase database;

    @BeforeEach
    void open(TestStore store) {
        database = store.database();
    }

    @Override
    protected Rooms aggregates() {
        return new MongoRooms(database, clock);
    }

    @Test
    void aPageTokenIsGoodForTheOfferAndTheTenantThatItWasGivenFor() {
        Rooms rooms = aggregates();
        for (String id : List.of("a", "b")) {
            rooms.add(
                    Callers.command(Callers.ann(), id, clock.instant()),
                    id,
                    RoomFixture.seating(8),
                    event());
        }
        String token = rooms.inUse(Callers.ACME, 8, new PageRequest(1, "")).nextToken();
        var next = new PageRequest(1, token);

        assertThatExceptionOfType(InvalidException.class)
                .isThrownBy(() -> rooms.inUse(Callers.ACME, 4, next));
        assertThatExceptionOfType(InvalidException.class)
                .isThrownBy(() -> rooms.inUse(Callers.OTHER, 8, next));
    }
}
