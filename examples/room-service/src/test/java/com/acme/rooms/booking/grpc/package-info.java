@NullMarked
package com.acme.rooms.booking.grpc;

import org.jspecify.annotations.NullMarked;
