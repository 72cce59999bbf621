@NullMarked
package com.acme.rooms.room;

import org.jspecify.annotations.NullMarked;
