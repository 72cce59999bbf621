@NullMarked
package com.acme.rooms;

import org.jspecify.annotations.NullMarked;
