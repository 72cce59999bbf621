/**
 * Rooms where people meet. A room is described, described anew, and in the end retired for good:
 * nobody is offered it any more, and whoever has its name still learns what became of it.
 */
@NullMarked
package com.acme.rooms.room;

import org.jspecify.annotations.NullMarked;
