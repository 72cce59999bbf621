/** Keeps reservations in MongoDB: what only one may have is a document of its own. */
@NullMarked
package io.syncopate.starter.reservation;

import org.jspecify.annotations.NullMarked;
