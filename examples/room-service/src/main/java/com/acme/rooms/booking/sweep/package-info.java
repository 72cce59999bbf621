/** Looks after what nobody is there to end. */
@NullMarked
package com.acme.rooms.booking.sweep;

import org.jspecify.annotations.NullMarked;
