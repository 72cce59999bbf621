/** The contract's SeriesService. */
@NullMarked
package io.syncopate.scheduling.series.grpc;

import org.jspecify.annotations.NullMarked;
