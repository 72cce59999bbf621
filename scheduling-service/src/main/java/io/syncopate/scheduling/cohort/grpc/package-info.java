/** The contract's CohortService. */
@NullMarked
package io.syncopate.scheduling.cohort.grpc;

import org.jspecify.annotations.NullMarked;
