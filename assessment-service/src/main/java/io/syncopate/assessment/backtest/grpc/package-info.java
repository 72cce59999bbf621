/** Back-tests, and the calibrations that end in one, over gRPC, as operations. */
@NullMarked
package io.syncopate.assessment.backtest.grpc;

import org.jspecify.annotations.NullMarked;
