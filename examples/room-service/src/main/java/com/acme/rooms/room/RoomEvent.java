package com.acme.rooms.room;

import io.syncopate.kernel.DomainEvent;

/** What happens to a room. */
public sealed interface RoomEvent extends DomainEvent {

    record RoomCreated() implements RoomEvent {}

    record RoomUpdated() implements RoomEvent {}

    record RoomRetired(String reason) implements RoomEvent {}
}
