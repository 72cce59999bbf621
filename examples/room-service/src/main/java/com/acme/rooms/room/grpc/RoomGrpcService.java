package com.acme.rooms.room.grpc;

import com.acme.proto.rooms.v1.CreateRoomRequest;
import com.acme.proto.rooms.v1.GetRoomRequest;
import com.acme.proto.rooms.v1.ListRoomsRequest;
import com.acme.proto.rooms.v1.ListRoomsResponse;
import com.acme.proto.rooms.v1.RetireRoomRequest;
import com.acme.proto.rooms.v1.Room;
import com.acme.proto.rooms.v1.RoomServiceGrpc;
import com.acme.proto.rooms.v1.UpdateRoomRequest;
import com.acme.rooms.room.DescribeRoom;
import com.acme.rooms.room.RetireRoom;
import com.acme.rooms.room.Rooms;

import io.grpc.stub.StreamObserver;
import io.syncopate.kernel.Page;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.Versioned;
import io.syncopate.starter.call.CallContext;

import org.springframework.stereotype.Component;

/** {@code acme.rooms.v1.RoomService}. What reaches it is let in and keeps the contract's rules. */
@Component
class RoomGrpcService extends RoomServiceGrpc.RoomServiceImplBase {

    private final Rooms rooms;
    private final DescribeRoom describe;
    private final RetireRoom retire;

    RoomGrpcService(Rooms rooms, DescribeRoom describe, RetireRoom retire) {
        this.rooms = rooms;
        this.describe = describe;
        this.retire = retire;
    }

    @Override
    public void createRoom(CreateRoomRequest request, StreamObserver<Room> answer) {
        send(
                answer,
                RoomMessages.room(
                        describe.create(
                                CallContext.command(),
                                RoomMessages.description(request.getRoom()))));
    }

    @Override
    public void getRoom(GetRoomRequest request, StreamObserver<Room> answer) {
        send(
                answer,
                RoomMessages.room(
                        rooms.get(CallContext.reach(), RoomMessages.id(request.getName()))));
    }

    @Override
    public void listRooms(ListRoomsRequest request, StreamObserver<ListRoomsResponse> answer) {
        Page<Versioned<com.acme.rooms.room.Room>> page =
                rooms.inUse(
                        CallContext.caller().tenant(),
                        request.getMinSeats(),
                        new PageRequest(request.getPageSize(), request.getPageToken()));
        send(
                answer,
                ListRoomsResponse.newBuilder()
                        .addAllRooms(page.map(RoomMessages::room).items())
                        .setNextPageToken(page.nextToken())
                        .build());
    }

    @Override
    public void updateRoom(UpdateRoomRequest request, StreamObserver<Room> answer) {
        Room sent = request.getRoom();
        send(
                answer,
                RoomMessages.room(
                        describe.update(
                                CallContext.command(),
                                RoomMessages.id(sent.getName()),
                                sent.getEtag(),
                                RoomMessages.change(sent, request.getUpdateMask()))));
    }

    @Override
    public void retireRoom(RetireRoomRequest request, StreamObserver<Room> answer) {
        send(
                answer,
                RoomMessages.room(
                        retire.retire(
                                CallContext.command(),
                                RoomMessages.id(request.getName()),
                                request.getEtag(),
                                request.getReason())));
    }

    private static <T> void send(StreamObserver<T> answer, T message) {
        answer.onNext(message);
        answer.onCompleted();
    }
}
