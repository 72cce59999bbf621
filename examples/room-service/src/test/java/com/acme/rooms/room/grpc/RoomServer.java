package com.acme.rooms.room.grpc;

import com.acme.proto.rooms.v1.RoomServiceGrpc;
import com.acme.proto.rooms.v1.RoomServiceGrpc.RoomServiceBlockingStub;
import com.acme.rooms.ServedContract;
import com.acme.rooms.room.DescribeRoom;
import com.acme.rooms.room.InMemoryRooms;
import com.acme.rooms.room.RetireRoom;

import io.syncopate.kernel.Caller;
import io.syncopate.testkit.kernel.SettableClock;

/** The contract as it is served, but for network and store. */
final class RoomServer implements AutoCloseable {

    private final ServedContract served;

    RoomServer() {
        var clock = SettableClock.at("2026-03-02T09:00:00Z");
        var rooms = new InMemoryRooms(clock);
        served =
                new ServedContract(
                        new RoomGrpcService(rooms, new DescribeRoom(rooms), new RetireRoom(rooms)),
                        clock);
    }

    RoomServiceBlockingStub as(Caller caller) {
        return RoomServiceGrpc.newBlockingStub(served.as(caller));
    }

    RoomServiceBlockingStub anonymous() {
        return RoomServiceGrpc.newBlockingStub(served.anonymous());
    }

    @Override
    public void close() {
        served.close();
    }
}
