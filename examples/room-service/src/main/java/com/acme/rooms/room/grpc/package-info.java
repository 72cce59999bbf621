/** Serves this feature's contract. */
@NullMarked
package com.acme.rooms.room.grpc;

import org.jspecify.annotations.NullMarked;
