/** Meeting rooms: how the service starts and how its parts are put together. */
@NullMarked
package com.acme.rooms;

import org.jspecify.annotations.NullMarked;
