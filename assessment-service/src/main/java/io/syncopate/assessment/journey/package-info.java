/**
 * How the activities of a programme lie in time: their order, weeks and modules, the breaks and groups
 * of what is live, and what all of it asks of a learner in a week. Plain figures; whether an activity
 * is live is decided elsewhere.
 */
@NullMarked
package io.syncopate.assessment.journey;

import org.jspecify.annotations.NullMarked;
