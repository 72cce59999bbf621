package com.acme.rooms.room.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.acme.proto.rooms.v1.CreateRoomRequest;
import com.acme.proto.rooms.v1.GetRoomRequest;
import com.acme.proto.rooms.v1.ListRoomsRequest;
import com.acme.proto.rooms.v1.RetireRoomRequest;
import com.acme.proto.rooms.v1.Room;
import com.acme.proto.rooms.v1.RoomServiceGrpc.RoomServiceBlockingStub;
import com.acme.proto.rooms.v1.RoomsError;
import com.acme.proto.rooms.v1.UpdateRoomRequest;
import com.google.protobuf.Any;
import com.google.protobuf.FieldMask;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.BadRequest.FieldViolation;
import com.google.rpc.ErrorInfo;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.syncopate.kernel.Caller;
import io.syncopate.kernel.Grant;
import io.syncopate.kernel.Scope;
import io.syncopate.kernel.Uid;
import io.syncopate.testkit.kernel.Callers;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

class RoomContractTest {

    private final RoomServer server = new RoomServer();
    private final RoomServiceBlockingStub ann = server.as(Callers.ann());

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void showsWhatWasCreated() {
        Room room = ann.createRoom(lounge());

        assertThat(room.getName()).matches("rooms/[a-z0-9]{26}");
        assertThat(room.getState()).isEqualTo(Room.State.IN_USE);
        assertThat(room.getSeats()).isEqualTo(8);
        assertThat(room.getEtag()).isEqualTo("v1");
        assertThat(room.getCreateTime().getSeconds()).isPositive();
        assertThat(ann.getRoom(named(room))).isEqualTo(room);
    }

    @Test
    void answersARepeatWithTheRoomThatIsThere() {
        Room room = ann.createRoom(lounge());
        assertThat(ann.createRoom(lounge())).isEqualTo(room);
        assertThat(ann.listRooms(ListRoomsRequest.getDefaultInstance()).getRoomsList())
                .containsExactly(room);
    }

    @Test
    void namesEachFieldThatBreaksARule() {
        var request =
                CreateRoomRequest.newBuilder()
                        .setRoom(Room.newBuilder().setDisplayName(" ").setSeats(-3))
                        .build();
        StatusRuntimeException refused = refused(() -> ann.createRoom(request));

        assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(detail(refused, BadRequest.class).getFieldViolationsList())
                .extracting(FieldViolation::getField)
                .containsExactlyInAnyOrder("room.display_name", "room.seats");
    }

    @Test
    void asksForANameAndSeats() {
        StatusRuntimeException refused =
                refused(
                        () ->
                                ann.createRoom(
                                        CreateRoomRequest.newBuilder()
                                                .setRoom(Room.getDefaultInstance())
                                                .build()));
        assertThat(detail(refused, BadRequest.class).getFieldViolationsList())
                .extracting(FieldViolation::getDescription)
                .anyMatch(told -> told.contains("expected a displayName"))
                .anyMatch(told -> told.contains("expected how many seats"));
    }

    @Test
    void changesWhatTheMaskNamesAndNothingElse() {
        Room room = ann.createRoom(lounge());
        Room sent = room.toBuilder().setDisplayName("Other").setSeats(12).setSite("").build();

        Room changed =
                ann.updateRoom(
                        UpdateRoomRequest.newBuilder()
                                .setRoom(sent)
                                .setUpdateMask(
                                        FieldMask.newBuilder().addPaths("seats").addPaths("site"))
                                .build());

        assertThat(changed.getSeats()).isEqualTo(12);
        assertThat(changed.getSite()).isEmpty();
        assertThat(changed.getDisplayName()).isEqualTo("Lounge");
        assertThat(changed.getEtag()).isEqualTo("v2");
    }

    @Test
    void changesWhatIsSetWithoutAMask() {
        Room room = ann.createRoom(lounge());
        Room sent = Room.newBuilder().setName(room.getName()).setDisplayName("Other").build();

        Room changed = ann.updateRoom(UpdateRoomRequest.newBuilder().setRoom(sent).build());

        assertThat(changed.getDisplayName()).isEqualTo("Other");
        assertThat(changed.getSeats()).isEqualTo(8);
        assertThat(changed.getSite()).isEqualTo("Main street");
    }

    @Test
    void doesNotClearWhatARoomNeeds() {
        Room room = ann.createRoom(lounge());
        var request =
                UpdateRoomRequest.newBuilder()
                        .setRoom(Room.newBuilder().setName(room.getName()))
                        .setUpdateMask(FieldMask.newBuilder().addPaths("display_name"))
                        .build();
        StatusRuntimeException refused = refused(() -> ann.updateRoom(request));

        assertThat(detail(refused, BadRequest.class).getFieldViolationsList())
                .extracting(FieldViolation::getField)
                .containsExactly("room.display_name");
    }

    @Test
    void refusesAWriteFromAStaleEtag() {
        Room room = ann.createRoom(lounge());
        ann.retireRoom(retire(room).setEtag(room.getEtag()).build());
        StatusRuntimeException refused =
                refused(() -> ann.retireRoom(retire(room).setEtag(room.getEtag()).build()));

        assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.ABORTED);
        assertThat(detail(refused, ErrorInfo.class).getReason()).isEqualTo("STALE_ETAG");
    }

    @Test
    void retiresForGood() {
        Room room = ann.createRoom(lounge());
        Room retired = ann.retireRoom(retire(room).build());

        assertThat(retired.getState()).isEqualTo(Room.State.RETIRED);
        assertThat(retired.getRetirementReason()).isEqualTo("became a kitchen");
        assertThat(ann.getRoom(named(room))).isEqualTo(retired);
        assertThat(ann.listRooms(ListRoomsRequest.getDefaultInstance()).getRoomsList()).isEmpty();
        StatusRuntimeException refused = refused(() -> ann.retireRoom(retire(room).build()));
        assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.FAILED_PRECONDITION);
        ErrorInfo info = detail(refused, ErrorInfo.class);
        assertThat(info.getDomain()).isEqualTo("acme.rooms");
        assertThat(RoomsError.Reason.valueOf(info.getReason()))
                .isEqualTo(RoomsError.Reason.ROOM_RETIRED);
    }

    @Test
    void letsNobodyInWithoutTheMethodsOwnPermission() {
        Room room = ann.createRoom(lounge());
        RoomServiceBlockingStub reader = server.as(holding("rooms.rooms.read", Scope.TENANT));
        RoomServiceBlockingStub ownReader = server.as(holding("rooms.rooms.read", Scope.OWN));

        assertThat(reader.getRoom(named(room))).isEqualTo(room);
        for (ThrowingCallable refused :
                Set.<ThrowingCallable>of(
                        () -> reader.createRoom(lounge()),
                        () -> reader.retireRoom(retire(room).build()),
                        () -> ownReader.getRoom(named(room)))) {
            assertThat(refused(refused).getStatus().getCode())
                    .isEqualTo(Status.Code.PERMISSION_DENIED);
        }
        assertThat(refused(() -> server.anonymous().getRoom(named(room))).getStatus().getCode())
                .isEqualTo(Status.Code.UNAUTHENTICATED);
    }

    @Test
    void anotherTenantsRoomsAreNotThere() {
        Room room = ann.createRoom(lounge());
        RoomServiceBlockingStub eve = server.as(Callers.of(Callers.OTHER, "eve"));

        assertThat(eve.listRooms(ListRoomsRequest.getDefaultInstance()).getRoomsList()).isEmpty();
        for (ThrowingCallable refused :
                Set.<ThrowingCallable>of(
                        () -> eve.getRoom(named(room)),
                        () -> eve.retireRoom(retire(room).build()),
                        () ->
                                eve.updateRoom(
                                        UpdateRoomRequest.newBuilder().setRoom(room).build()))) {
            assertThat(refused(refused).getStatus().getCode()).isEqualTo(Status.Code.NOT_FOUND);
        }
    }

    private static CreateRoomRequest lounge() {
        return CreateRoomRequest.newBuilder()
                .setRoom(
                        Room.newBuilder()
                                .setDisplayName("Lounge")
                                .setSite("Main street")
                                .setSeats(8))
                .setRequestId("lounge")
                .build();
    }

    private static GetRoomRequest named(Room room) {
        return GetRoomRequest.newBuilder().setName(room.getName()).build();
    }

    private static RetireRoomRequest.Builder retire(Room room) {
        return RetireRoomRequest.newBuilder().setName(room.getName()).setReason("became a kitchen");
    }

    private static Caller holding(String permission, Scope scope) {
        return new Caller(
                Callers.ACME,
                new Uid("rea"),
                Set.of(),
                Set.of(new Grant(permission, scope)),
                Optional.empty());
    }

    private static StatusRuntimeException refused(ThrowingCallable call) {
        return Objects.requireNonNull(catchThrowableOfType(StatusRuntimeException.class, call));
    }

    private static <T extends Message> T detail(StatusRuntimeException refused, Class<T> type) {
        for (Any any :
                Objects.requireNonNull(StatusProto.fromThrowable(refused)).getDetailsList()) {
            if (any.is(type)) {
                try {
                    return any.unpack(type);
                } catch (InvalidProtocolBufferException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        throw new AssertionError("no " + type.getSimpleName() + " in " + refused);
    }
}
