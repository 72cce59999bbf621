@NullMarked
package com.acme.rooms.booking.mongo;

import org.jspecify.annotations.NullMarked;
