/** Cohorts and participants in MongoDB. */
@NullMarked
package io.syncopate.scheduling.cohort.mongo;

import org.jspecify.annotations.NullMarked;
