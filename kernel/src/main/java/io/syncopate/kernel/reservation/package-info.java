/**
 * Rules over several documents without a transaction: what only one may have at a time (a person's
 * quarter of an hour, a place under a limit) is taken before it is relied on.
 */
@NullMarked
package io.syncopate.kernel.reservation;

import org.jspecify.annotations.NullMarked;
