/**
 * Bookings of rooms: no two of one room are at the same time. A booking takes each quarter of an hour that
 * it needs before it counts, gives it back when it is cancelled, and needs it no longer when it is over.
 */
@NullMarked
package com.acme.rooms.booking;

import org.jspecify.annotations.NullMarked;
