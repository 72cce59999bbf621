/** Keeps this feature's documents in MongoDB. */
@NullMarked
package com.acme.rooms.room.mongo;

import org.jspecify.annotations.NullMarked;
