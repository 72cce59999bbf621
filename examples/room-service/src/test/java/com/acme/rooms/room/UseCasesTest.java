package com.acme.rooms.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.acme.rooms.room.RoomEvent.RoomCreated;
import com.acme.rooms.room.RoomEvent.RoomRetired;
import com.acme.rooms.room.RoomEvent.RoomUpdated;

import io.syncopate.kernel.Command;
import io.syncopate.kernel.NotFoundException;
import io.syncopate.kernel.RefusedException;
import io.syncopate.kernel.StaleEtagException;
import io.syncopate.kernel.Versioned;
import io.syncopate.testkit.kernel.Callers;
import io.syncopate.testkit.kernel.SettableClock;

import org.junit.jupiter.api.Test;

class UseCasesTest {

    private static final String WHY = "became a kitchen";
    private static final Description LOUNGE = new Description("Lounge", "Main street", 8);

    private final SettableClock clock = SettableClock.at("2026-03-02T09:00:00Z");
    private final InMemoryRooms rooms = new InMemoryRooms(clock);
    private final DescribeRoom describe = new DescribeRoom(rooms);
    private final RetireRoom retire = new RetireRoom(rooms);

    @Test
    void createsOneRoomForARequestThatIsRepeated() {
        Command request = request("create", "r1");
        Versioned<Room> room = describe.create(request, LOUNGE);

        assertThat(describe.create(request, LOUNGE)).isEqualTo(room);
        assertThat(room.value()).isEqualTo(new Room.InUse(LOUNGE));
        assertThat(rooms.events(Callers.ACME, room.id())).containsExactly(new RoomCreated());
    }

    @Test
    void changesWhatIsSaidOnce() {
        String id = lounge().id();
        Command request = request("update", "r1");
        Versioned<Room> changed = describe.update(request, id, "v1", said -> said.seating(10));

        assertThat(changed.value()).isEqualTo(new Room.InUse(LOUNGE.seating(10)));
        assertThat(describe.update(request, id, "v1", said -> said.seating(10)))
                .as("a repeat, whose etag is no longer the current one")
                .isEqualTo(changed);
        assertThat(rooms.events(Callers.ACME, id))
                .containsExactly(new RoomCreated(), new RoomUpdated());
    }

    @Test
    void refusesAChangeOfWhatSomebodyElseHasChanged() {
        String id = lounge().id();
        describe.update(request("update", "r1"), id, "", said -> said.seating(10));

        assertThatExceptionOfType(StaleEtagException.class)
                .isThrownBy(
                        () ->
                                describe.update(
                                        request("update", "r2"), id, "v1", said -> said.at("")));
        assertThatExceptionOfType(StaleEtagException.class)
                .isThrownBy(() -> retire.retire(request("retire", "r3"), id, "v1", WHY));
    }

    @Test
    void retiresARoomOnceAndSaysWhy() {
        String id = lounge().id();
        Command request = request("retire", "r1");
        Versioned<Room> retired = retire.retire(request, id, "v1", WHY);

        assertThat(retired.value()).isEqualTo(new Room.Retired(LOUNGE, WHY));
        assertThat(retire.retire(request, id, "v1", WHY)).as("a repeat").isEqualTo(retired);
        assertThat(rooms.events(Callers.ACME, id))
                .containsExactly(new RoomCreated(), new RoomRetired(WHY));
    }

    @Test
    void refusesToChangeOrRetireWhatIsRetired() {
        String id = lounge().id();
        retire.retire(request("retire", "r1"), id, "", WHY);

        assertThatExceptionOfType(RoomException.Retired.class)
                .isThrownBy(() -> retire.retire(request("retire", "r2"), id, "", "again"))
                .withMessageContaining(WHY)
                .satisfies(
                        refused ->
                                assertThat(refused.metadata())
                                        .containsEntry(
                                                RefusedException.RESOURCE_NAME, "rooms/" + id));
        assertThatExceptionOfType(RoomException.Retired.class)
                .isThrownBy(
                        () ->
                                describe.update(
                                        request("update", "r3"), id, "", said -> said.seating(9)));
    }

    @Test
    void anotherTenantsRoomIsNotThere() {
        String id = lounge().id();
        Command stranger =
                Callers.command(Callers.of(Callers.OTHER, "eve"), "retire", clock.instant());

        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> retire.retire(stranger, id, "", WHY));
    }

    private Versioned<Room> lounge() {
        return describe.create(request("create", "lounge"), LOUNGE);
    }

    private Command request(String method, String requestId) {
        return Callers.command(Callers.ann(), method, requestId, requestId, clock.instant());
    }
}
