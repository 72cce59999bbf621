/**
 * The people who go through a program together, each with a zone and working hours. A person is in a
 * cohort once; a planner sees them as groups that share zone and hours.
 */
@NullMarked
package io.syncopate.scheduling.cohort;

import org.jspecify.annotations.NullMarked;
