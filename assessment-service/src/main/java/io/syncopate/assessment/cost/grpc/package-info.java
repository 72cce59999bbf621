/** Costs over gRPC. */
@NullMarked
package io.syncopate.assessment.cost.grpc;

import org.jspecify.annotations.NullMarked;
