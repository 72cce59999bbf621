package com.acme.rooms.booking;

/**
 * What somebody wants of a room.
 *
 * @param room its id
 * @param title what for
 */
public record Plan(String room, BookedTime time, String title) {}
