/** Decision models over gRPC. */
@NullMarked
package io.syncopate.assessment.model.grpc;

import org.jspecify.annotations.NullMarked;
