@NullMarked
package com.acme.rooms.booking;

import org.jspecify.annotations.NullMarked;
