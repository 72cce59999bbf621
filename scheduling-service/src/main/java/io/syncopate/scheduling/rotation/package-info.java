/**
 * Finds the slot of each session of a series so that the hardship of awkward hours is shared: nobody
 * in off-limit hours where that is possible, then the smallest burden for who carries most. Plain
 * Java; it knows people only as groups with a zone and working hours, and it proves how far from the
 * best its answer can be.
 */
@NullMarked
package io.syncopate.scheduling.rotation;

import org.jspecify.annotations.NullMarked;
