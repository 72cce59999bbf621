/** Tests of reservations: never two holders, nobody waits, what is abandoned comes free. */
@NullMarked
package io.syncopate.starter.reservation;

import org.jspecify.annotations.NullMarked;
