/** Design quality over gRPC. */
@NullMarked
package io.syncopate.assessment.quality.grpc;

import org.jspecify.annotations.NullMarked;
