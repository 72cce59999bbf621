/** Decision models over gRPC. */
@NullMarked
package io.syncopate.assessment.modelcatalogue.grpc;

import org.jspecify.annotations.NullMarked;
